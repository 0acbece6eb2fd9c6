/** A content folder with everything once, in two languages and without a single problem; tests break it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { compileContent, type Compiled, type CompileOptions } from '#authoring/check.ts'
import { tell } from '#authoring/problem.ts'
import { hashOf } from '#authoring/read.ts'

const question = (slug: string, more = ''): string => `
  - id: ${slug}
    revision: 1
    kind: single
    principles: [consent]
    lesson: waiting
    ask: What about ${slug}?
    options:
      - { id: rosa, text: Rosa does, right: true, feedback: It is her life. }
      - { id: nurse, text: The nurse, feedback: She may ask. }
    unsure: Only Rosa can say yes.${more}`

const questionWords = (slug: string): string => `
  ${slug}:
    ask: ¿Qué pasa con ${slug}?
    unsure: Solo Rosa puede decir que sí.
    options:
      rosa: { text: Rosa, feedback: Es su vida. }
      nurse: { text: La enfermera, feedback: Puede preguntar. }`

const SLUGS = ['who-decides', 'who-asks', 'who-hears', 'who-writes', 'who-calls', 'who-waits']

/** `@` after `translates:` stands for the hash of the English file. */
const SMALL: Readonly<Record<string, string>> = {
  'en/course.yaml': `title: Alongside
summary: A small course.
modules: [consent]
`,
  'es/course.yaml': `translates: @
title: Alongside
summary: Un curso pequeño.
`,
  'en/glossary.yaml': `terms:
  consent: { term: Consent, meaning: A yes that is free. }
`,
  'es/glossary.yaml': `translates: @
terms:
  consent: { term: Consentimiento, meaning: Un sí que es libre. }
`,
  'en/signs.yaml': `rule: New or worse? Get help.
doubt: In doubt, the more urgent step.
unreached: Nobody answers? Call 911.
now: Call 911 now
today: Call {{clinical-team}} today
lists:
  heart:
    revision: 1
    title: Heart
    words: [chest]
    now: { pain: { says: Pain in the chest, facts: [chest-pain] } }
    today: { swelling: { says: New swelling, facts: [swelling] } }
`,
  'es/signs.yaml': `translates: @
rule: ¿Nuevo o peor? Pida ayuda.
doubt: Si duda, el paso más urgente.
unreached: ¿Nadie contesta? Llame al 911.
now: Llame ya al 911
today: Llame hoy a {{clinical-team}}
lists:
  heart: { title: Corazón, words: [pecho], now: { pain: Dolor en el pecho }, today: { swelling: Hinchazón nueva } }
`,
  'en/consent/module.yaml': `title: Consent
summary: You wait to be asked.
outcomes: { wait: Waits for a yes. }
lessons: [waiting]
sessions: [window]
remember: { one: You wait., two: You ask., three: You tell. }
reflection: { id: promise, revision: 1, ask: What can you promise?, help: 3 lines. }
exercise: { id: card, revision: 1, ask: My card, help: Keep it., fields: { hello: Hello } }
`,
  'es/consent/module.yaml': `translates: @
title: Consentimiento
summary: Usted espera.
outcomes: { wait: Espera un sí. }
remember: { one: Espera., two: Pregunta., three: Cuenta. }
reflection: { ask: ¿Qué puede prometer?, help: 3 líneas. }
exercise: { ask: Mi tarjeta, help: Guárdela., fields: { hello: Hola } }
`,
  'en/consent/waiting.mdx': `---
title: Waiting
minutes: 6
revision: 1
principles: [consent]
reviewed: 2026-11-21
---
You wait. Ask <Local term="clinical-team" /> about <Term id="consent">consent</Term>.

<DoList>
- wait
</DoList>

<DoNotList>
- do not push
</DoNotList>

<Figure name="piles" alt="Three piles">Three piles.</Figure>

See <ResourceLink to="guide">the guide</ResourceLink>.

## What to do

Wait.

## Three piles

Sort them.

## More

Read on.
`,
  'es/consent/waiting.mdx': `---
title: Esperar
translates: @
---
Usted espera.

## Qué hacer

Espere.

## Tres montones

Tres.

## Más

Lea.
`,
  'en/consent/quiz.yaml': `questions:${SLUGS.map((slug) => question(slug)).join('')}
`,
  'es/consent/quiz.yaml': `translates: @
questions:${SLUGS.map(questionWords).join('')}
`,
  'en/consent/window.yaml': `title: The man by the window
who: Dennis
with: Dennis has not asked.
minutes: 10
revision: 1
scene: In the waiting room.
start: he-looks-up
turns:
  - id: he-looks-up
    revision: 1
    says: Hm?
    replies:
      - id: ask
        say: Is now all right?
        principles: { consent: kept }
        consequence: He thinks.
        end: card
      - id: sit-down
        say: The nurse told me about you.
        principles: { consent: crossed }
        consequence: He turns away.
        why: He had not asked.
        better: Is now all right?
        repair: he-turns-away
  - id: he-turns-away
    revision: 1
    says: Who told you?
    replies:
      - id: sorry
        say: I am sorry. I should have asked.
        principles: { consent: kept }
        consequence: He nods.
        end: mended
      - id: stay
        say: Nobody.
        principles: { consent: missed }
        consequence: He closes his eyes.
        why: It was not true.
        better: I am sorry.
        end: late
endings:
  - { id: card, kind: held-well, text: He keeps the card. }
  - { id: mended, kind: recoverable, text: He nods. }
  - { id: late, kind: harm-avoided-late, text: He sleeps. }
`,
  'es/consent/window.yaml': `translates: @
title: El hombre de la ventana
with: Dennis no ha preguntado.
scene: En la sala de espera.
turns:
  he-looks-up:
    says: ¿Eh?
    replies:
      ask: { say: ¿Es buen momento?, consequence: Lo piensa. }
      sit-down: { say: Me lo contó la enfermera., consequence: Se da la vuelta., why: No lo pidió., better: ¿Es buen momento? }
  he-turns-away:
    says: ¿Quién?
    replies:
      sorry: { say: Lo siento., consequence: Asiente. }
      stay: { say: Nadie., consequence: Cierra los ojos., why: No era verdad., better: Lo siento. }
endings: { card: Guarda la tarjeta., mended: Asiente., late: Duerme. }
`,
  'en/resources/guide.mdx': `---
title: Guide
summary: One page.
revision: 1
reviewed: 2026-11-21
---
Wait. Ask. Tell. See <LessonLink to="consent/waiting">waiting</LessonLink>.
`,
  'es/resources/guide.mdx': `---
title: Guía
summary: Una página.
translates: @
---
Espere. Pregunte.
`,
  'figures/piles.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'programmes/kidney.yaml': `name: { en: Kidney mentors, es: Mentores }
organisation: { en: A network, es: Una red }
country: us
terms:
  clinical-team: { en: your nurse, es: su enfermera }
contact:
  name: { en: Carla, es: Carla }
  phone: 555-0100
  email: carla@kidney-network.org
  replies: { en: In 2 days., es: En 2 días. }
crisis:
  - { name: { en: Emergency, es: Emergencias }, number: "911", what: { en: Danger., es: Peligro. } }
areas: {}
`,
  'facts.yaml': `experts: { nurse: { en: a nurse, es: una enfermera } }
sources: { F1: { title: Chest pain, publisher: A network, url: https://example.org } }
facts:
  chest-pain: { what: Chest pain is urgent., sources: [F1], how: read, checked: 2026-11-28 }
  swelling:
    what: { en: Swelling is told the same day., es: La hinchazón se avisa el mismo día. }
    how: general
    checked: 2026-11-28
    confirm: { who: [nurse], why: { en: No source., es: Sin fuente. } }
  emergency: { what: { en: Call 911., es: Llame al 911. }, sources: [F1], how: read, checked: 2026-11-28, where: [programmes/kidney.yaml, en/signs.yaml], confirm: { who: [nurse], why: { en: Try it., es: Pruébelo. } } }
`,
  'competencies.yaml': `competencies:
  - id: consent
    star: true
    title: { en: Waits, es: Espera }
    plain: { en: I can wait., es: Sé esperar. }
    principles: [consent]
    needs: [{ practice: window }, { quiz: consent }, { observation: 2 }]
    from: F1
    anchors:
      0: { en: Starts., es: Empieza. }
      1: { en: Asks once reminded., es: Pregunta cuando se lo recuerdan. }
      2: { en: Asks and waits., es: Pregunta y espera. }
      3: { en: Notices a no., es: Nota un no. }
    harmful: { en: Stays after a no., es: Se queda después de un no. }
`,
}

/** New text of a file, or null to leave the file out. */
export type Changes = Readonly<Record<string, ((text: string) => string) | string | null>>

/** Replaces text that must be there, so that no test breaks nothing. */
export const swap =
  (from: string, to: string) =>
  (text: string): string => {
    if (!text.includes(from)) throw new Error(`"${from}" does not stand in the file`)
    return text.replace(from, to)
  }

const stamped = (file: string, text: string): string =>
  text.replace(
    'translates: @',
    `translates: "${hashOf((SMALL[file.replace(/^es/, 'en')] ?? '').trim())}"`,
  )

/** Writes the folder, uses it, removes it. */
export function inFolder<T>(changes: Changes, use: (folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'alongside-content-'))
  try {
    for (const file of new Set([...Object.keys(SMALL), ...Object.keys(changes)])) {
      const change = changes[file]
      if (change === null) continue
      const before = stamped(file, SMALL[file] ?? '')
      const text = typeof change === 'function' ? change(before) : (change ?? before)
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
      writeFileSync(path.join(folder, file), text)
    }
    return use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const compileWith = (changes: Changes = {}, options?: CompileOptions): Compiled =>
  inFolder(changes, (folder) => compileContent(folder, options))

/** What the author reads, one text a problem. */
export const told = (changes: Changes = {}, options?: CompileOptions): string[] =>
  compileWith(changes, options).problems.map(tell)
