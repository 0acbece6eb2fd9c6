/** Whether somebody who searches may be in danger, or be thinking of somebody who is. In doubt: yes. */
import { wordsOf } from './fold.ts'
import { isNear, slipsIn } from './near.ts'

/** Of a mind, or by another person; or signs of a body that cannot wait. */
export type Danger = 'crisis' | 'body'

/** A line is enough; its words stand in this order, and others may stand between them. Both languages at once: people mix them. */
const SAID: Readonly<Record<Danger, string>> = {
  crisis: `
    suicide
    suicidal
    suicidality
    kill myself
    kill himself
    kill herself
    kill themselves
    kill me
    kill my self
    hurt my self
    end my life
    end his life
    end her life
    end their life
    end it all
    take my life
    die
    dying
    not want to live
    dont want to live
    no reason to live
    better off dead
    hurt myself
    hurt himself
    hurt herself
    hurt themselves
    hurts me
    harm myself
    self harm
    cut myself
    cutting
    overdose
    pills
    hopeless
    stop dialysis
    stop treatment
    gun
    weapon
    abuse
    abused
    abuser
    beat me
    beats me
    hits me
    rape
    violence
    crisis
    988
    116 123
    samaritans
    suicidio
    suicida
    suicidarme
    suicidarse
    suicidar
    matarme
    matarse
    mato
    me mata
    quitarme la vida
    quitarse la vida
    acabar con mi vida
    acabar con todo
    morir
    morirme
    morirse
    muero
    no quiero vivir
    no quiere vivir
    no vale la pena vivir
    sin ganas de vivir
    hacerme daño
    hacerse daño
    me hago daño
    lastimarme
    lastimarse
    autolesion
    autolesionarme
    cortarme
    cortarse
    sobredosis
    pastillas
    sin esperanza
    dejar la diálisis
    dejar el tratamiento
    pistola
    arma
    abuso
    abusan
    maltrato
    maltratan
    me pega
    me golpea
    violación
    violencia`,
  body: `
    911
    999
    112
    111
    emergency
    ambulance
    urgent
    chest pain
    pain chest
    chest hurts
    chest tight
    heart attack
    heart stopped
    stroke
    face drooping
    slurred speech
    cant breathe
    cannot breathe
    can not breathe
    not breathing
    trouble breathing
    hard to breathe
    short of breath
    shortness of breath
    choking
    bleeding
    bleeds
    blood
    unconscious
    passed out
    faint
    fainted
    fainting
    collapse
    collapsed
    seizure
    sepsis
    confused
    wont wake up
    emergencia
    ambulancia
    urgencia
    urgente
    dolor pecho
    duele el pecho
    pecho apretado
    infarto
    ataque al corazón
    ataque cardíaco
    derrame
    embolia
    ictus
    no puedo respirar
    no puede respirar
    no respira
    falta de aire
    falta el aire
    me ahogo
    se ahoga
    sangra
    sangrando
    sangrado
    sangre
    hemorragia
    inconsciente
    desmayo
    desmayado
    se desmayó
    convulsión
    confundido
    no despierta`,
}

const PHRASES = Object.entries(SAID).flatMap(([danger, lines]) =>
  lines
    .split('\n')
    .map((line) => wordsOf(line))
    .filter((words) => words.length > 0)
    .map((words) => ({ danger: danger as Danger, words })),
)

/** @param query as it was typed */
export function dangersIn(query: string): readonly Danger[] {
  const typed = wordsOf(query)
  return (['crisis', 'body'] as const).filter((danger) =>
    PHRASES.some((phrase) => phrase.danger === danger && standsIn(phrase.words, typed)),
  )
}

function standsIn(phrase: readonly string[], typed: readonly string[]): boolean {
  let at = 0
  for (const word of typed) {
    const wanted = phrase[at]
    if (wanted !== undefined && isNear(wanted, word, slipsIn(wanted))) at++
  }
  return at === phrase.length
}
