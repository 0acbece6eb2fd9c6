/** How to record a voice with a phone, and what to write beside the text. */
import type { Language } from '#domain/course/language.ts'

type Kind = 'story' | 'conversation' | 'session'

interface Guide {
  readonly how: readonly string[]
  readonly kinds: Readonly<Record<Kind, string>>
  readonly session: (page: string) => string
  /** @param words the word for the wording */
  readonly write: (words: string, kind: Kind) => string
}

const fieldsOf = (words: string, kind: Kind, readBy: string): string =>
  kind === 'session'
    ? [
        'recording:',
        '  recording: NAME',
        '  seconds: "74"',
        `  readBy: ${readBy}`,
        '  voice: person',
        `  words: ${words}`,
      ]
        .map((line) => `    ${line}`)
        .join('\n')
    : `    recording="NAME" seconds="74" readBy="${readBy}" voice="person" words="${words}"`

export const VOICE_GUIDE: Readonly<Record<Language, Guide>> = {
  en: {
    how: [
      'HOW TO RECORD',
      '1. Ask first, in writing: what it is for, where it is heard, that it can be taken back at any time. Who reads is told to listeners as they wish ("a volunteer"); a name only where they want it.',
      '2. A room with curtains or a bed, no fridge, the phone a hand and a half away from the mouth.',
      '3. Read it once for yourself. Then tell it to one person, at the speed at which you would tell it in a kitchen. Nobody acts being ill.',
      '4. Say the words as they stand: what is heard and what is read must be the same. Where a word stands in {curly brackets}, say what your own program calls it, or leave this one unrecorded.',
      '5. A second of silence before and after. A slip: breathe, and say the whole sentence again.',
      '6. Save it as one channel: ffmpeg -i IN -ac 1 -b:a 64k public/media/NAME.m4a',
      '7. A voice made by a computer is written voice="made", and listeners are told. It is never called a person.',
    ],
    kinds: {
      story: 'STORY',
      conversation: 'CONVERSATION, two voices',
      session: 'SESSION, two voices',
    },
    session: (page) =>
      `Read the good road of: npm run --silent alongside -- course screenplay ${page.split('/').at(-1) ?? ''}`,
    write: (words, kind) =>
      `Then write ${kind === 'session' ? 'into the session’s file' : 'into the tag'}:\n${fieldsOf(words, kind, 'a volunteer')}`,
  },
  es: {
    how: [
      'CÓMO GRABAR',
      '1. Primero pida permiso por escrito: para qué es, dónde se oirá, y que se puede retirar cuando la persona quiera. Se dice quién lee como ella prefiera («una voluntaria»); el nombre, solo si así lo quiere.',
      '2. Un cuarto con cortinas o una cama, sin refrigerador, con el teléfono a palmo y medio de la boca.',
      '3. Léalo una vez para usted. Después cuénteselo a una sola persona, al ritmo con que lo contaría en una cocina. Nadie finge estar enfermo.',
      '4. Diga las palabras como están: lo que se oye y lo que se lee debe ser lo mismo. Donde hay una palabra {entre llaves}, diga cómo se llama en su programa, o deje esta sin grabar.',
      '5. Un segundo de silencio antes y después. Si se equivoca, respire y repita la frase entera.',
      '6. Guárdelo en un solo canal: ffmpeg -i ENTRADA -ac 1 -b:a 64k public/media/NOMBRE.m4a',
      '7. Una voz hecha por computadora se escribe voice="made", y se avisa a quien escucha. Nunca se la llama persona.',
    ],
    kinds: {
      story: 'HISTORIA',
      conversation: 'CONVERSACIÓN, dos voces',
      session: 'SESIÓN, dos voces',
    },
    session: (page) =>
      `Lean el camino bueno de: npm run --silent alongside -- course screenplay ${page.split('/').at(-1) ?? ''} --language es`,
    write: (words, kind) =>
      `Después escriba ${kind === 'session' ? 'en el archivo de la sesión' : 'en la etiqueta'}:\n${fieldsOf(words, kind, 'una voluntaria')}`,
  },
}
