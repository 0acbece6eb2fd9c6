/** Every word of the interface, by language. */
import type { Language } from '#domain/course/course.ts'
import { account as accountEn } from './en/account.ts'
import { common as commonEn } from './en/common.ts'
import { confidence as confidenceEn } from './en/confidence.ts'
import { coordinate as coordinateEn } from './en/coordinate.ts'
import { course as courseEn } from './en/course.ts'
import { evidence as evidenceEn } from './en/evidence.ts'
import { learn as learnEn } from './en/learn.ts'
import { manage as manageEn } from './en/manage.ts'
import { packages as packagesEn } from './en/packages.ts'
import { people as peopleEn } from './en/people.ts'
import { account as accountEs } from './es/account.ts'
import { common as commonEs } from './es/common.ts'
import { confidence as confidenceEs } from './es/confidence.ts'
import { coordinate as coordinateEs } from './es/coordinate.ts'
import { course as courseEs } from './es/course.ts'
import { evidence as evidenceEs } from './es/evidence.ts'
import { learn as learnEs } from './es/learn.ts'
import { manage as manageEs } from './es/manage.ts'
import { packages as packagesEs } from './es/packages.ts'
import { people as peopleEs } from './es/people.ts'

const en = {
  account: accountEn,
  common: commonEn,
  confidence: confidenceEn,
  coordinate: coordinateEn,
  course: courseEn,
  evidence: evidenceEn,
  learn: learnEn,
  manage: manageEn,
  packages: packagesEn,
  people: peopleEn,
}

export type Words = typeof en

const WORDS: Record<Language, Words> = {
  en,
  es: {
    account: accountEs,
    common: commonEs,
    confidence: confidenceEs,
    coordinate: coordinateEs,
    course: courseEs,
    evidence: evidenceEs,
    learn: learnEs,
    manage: manageEs,
    packages: packagesEs,
    people: peopleEs,
  },
}

export const wordsIn = (language: Language): Words => WORDS[language]
