/** From a place to its page; a place that cannot be shown any more falls back to its item. */
import { findStep } from '#domain/course/course.ts'
import { contentsPage } from './pages/contents.ts'
import { displayPage } from './pages/display.ts'
import { glossaryPage } from './pages/glossary.ts'
import { lessonPage } from './pages/lesson.ts'
import { notHerePage, resourcePage, thinkPage } from './pages/others.ts'
import { questionPage, quizResultPage, quizStartPage } from './pages/quiz.ts'
import { debriefPage, sessionStartPage, talkPage } from './pages/session.ts'
import type { Drawing, Scene } from './scene.ts'

export function draw(scene: Scene): Drawing {
  const { place, course } = scene
  switch (place.kind) {
    case 'contents':
      return contentsPage(scene)
    case 'unknown':
      return notHerePage(scene)
    case 'page':
      return place.name === 'glossary' ? glossaryPage(scene) : displayPage(scene)
    case 'item':
      return itemPage(place.id, scene, place.section)
    case 'question': {
      const step = findStep(course, place.quiz)
      const page = step?.kind === 'quiz' ? questionPage(step, place, scene) : null
      return page ?? itemPage(place.quiz, scene)
    }
    case 'result': {
      const step = findStep(course, place.quiz)
      const page = step?.kind === 'quiz' ? quizResultPage(step, scene) : null
      return page ?? itemPage(place.quiz, scene)
    }
    case 'talk': {
      const step = findStep(course, place.session)
      const page = step?.kind === 'session' ? talkPage(step, scene) : null
      return page ?? itemPage(place.session, scene)
    }
    case 'debrief': {
      const step = findStep(course, place.session)
      const page = step?.kind === 'session' ? debriefPage(step, place.run, scene) : null
      return page ?? itemPage(place.session, scene)
    }
  }
}

function itemPage(id: string, scene: Scene, section = 0): Drawing {
  const step = findStep(scene.course, id)
  switch (step?.kind) {
    case 'lesson':
      return lessonPage(step, section, scene)
    case 'quiz':
      return quizStartPage(step, scene)
    case 'session':
      return sessionStartPage(step, scene)
    case 'reflection':
    case 'exercise':
      return scene.beside ? scene.beside.writing(step, scene) : thinkPage(step, scene)
    case undefined: {
      const resource = scene.course.resources.find((one) => one.id === id)
      return resource ? resourcePage(resource, scene) : notHerePage(scene)
    }
  }
}
