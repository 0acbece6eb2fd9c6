/** The parts by the name that authors write. */
import Callout from './Callout.astro'
import Clip from './Clip.astro'
import Conversation from './Conversation.astro'
import DoList from './DoList.astro'
import DoNotList from './DoNotList.astro'
import Figure from './Figure.astro'
import HalfPage from './HalfPage.astro'
import HandOver from './HandOver.astro'
import LessonLink from './LessonLink.astro'
import Local from './Local.astro'
import Only from './Only.astro'
import ResourceLink from './ResourceLink.astro'
import Says from './Says.astro'
import Signs from './Signs.astro'
import Story from './Story.astro'
import TeachingLink from './TeachingLink.astro'
import Term from './Term.astro'
import WriteHere from './WriteHere.astro'

export const parts = {
  Callout,
  Clip,
  Conversation,
  DoList,
  DoNotList,
  Figure,
  HalfPage,
  HandOver,
  LessonLink,
  Local,
  Only,
  ResourceLink,
  Says,
  Signs,
  Story,
  TeachingLink,
  Term,
  WriteHere,
}
