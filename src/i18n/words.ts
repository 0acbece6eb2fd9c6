/** Every word of the interface, by language. */
import type { Language } from '#domain/course/language.ts'
import { account as accountEn } from './en/account.ts'
import { apply as applyEn } from './en/apply.ts'
import { audit as auditEn } from './en/audit.ts'
import { common as commonEn } from './en/common.ts'
import { confidence as confidenceEn } from './en/confidence.ts'
import { coordinate as coordinateEn } from './en/coordinate.ts'
import { course as courseEn } from './en/course.ts'
import { evidence as evidenceEn } from './en/evidence.ts'
import { exports as exportsEn } from './en/exports.ts'
import { followUps as followUpsEn } from './en/follow-ups.ts'
import { invitations as invitationsEn } from './en/invitations.ts'
import { learn as learnEn } from './en/learn.ts'
import { manage as manageEn } from './en/manage.ts'
import { mentor as mentorEn } from './en/mentor.ts'
import { packages as packagesEn } from './en/packages.ts'
import { people as peopleEn } from './en/people.ts'
import { print as printEn } from './en/print.ts'
import { register as registerEn } from './en/register.ts'
import { reports as reportsEn } from './en/reports.ts'
import { reviews as reviewsEn } from './en/reviews.ts'
import { signOff as signOffEn } from './en/sign-off.ts'
import { standing as standingEn } from './en/standing.ts'
import { account as accountEs } from './es/account.ts'
import { apply as applyEs } from './es/apply.ts'
import { audit as auditEs } from './es/audit.ts'
import { common as commonEs } from './es/common.ts'
import { confidence as confidenceEs } from './es/confidence.ts'
import { coordinate as coordinateEs } from './es/coordinate.ts'
import { course as courseEs } from './es/course.ts'
import { evidence as evidenceEs } from './es/evidence.ts'
import { exports as exportsEs } from './es/exports.ts'
import { followUps as followUpsEs } from './es/follow-ups.ts'
import { invitations as invitationsEs } from './es/invitations.ts'
import { learn as learnEs } from './es/learn.ts'
import { manage as manageEs } from './es/manage.ts'
import { mentor as mentorEs } from './es/mentor.ts'
import { packages as packagesEs } from './es/packages.ts'
import { people as peopleEs } from './es/people.ts'
import { print as printEs } from './es/print.ts'
import { register as registerEs } from './es/register.ts'
import { reports as reportsEs } from './es/reports.ts'
import { reviews as reviewsEs } from './es/reviews.ts'
import { signOff as signOffEs } from './es/sign-off.ts'
import { standing as standingEs } from './es/standing.ts'

const en = {
  account: accountEn,
  apply: applyEn,
  audit: auditEn,
  common: commonEn,
  confidence: confidenceEn,
  coordinate: coordinateEn,
  course: courseEn,
  evidence: evidenceEn,
  exports: exportsEn,
  followUps: followUpsEn,
  invitations: invitationsEn,
  learn: learnEn,
  manage: manageEn,
  mentor: mentorEn,
  packages: packagesEn,
  people: peopleEn,
  print: printEn,
  register: registerEn,
  reports: reportsEn,
  reviews: reviewsEn,
  signOff: signOffEn,
  standing: standingEn,
}

export type Words = typeof en

const WORDS: Record<Language, Words> = {
  en,
  es: {
    account: accountEs,
    apply: applyEs,
    audit: auditEs,
    common: commonEs,
    confidence: confidenceEs,
    coordinate: coordinateEs,
    course: courseEs,
    evidence: evidenceEs,
    exports: exportsEs,
    followUps: followUpsEs,
    invitations: invitationsEs,
    learn: learnEs,
    manage: manageEs,
    mentor: mentorEs,
    packages: packagesEs,
    people: peopleEs,
    print: printEs,
    register: registerEs,
    reports: reportsEs,
    reviews: reviewsEs,
    signOff: signOffEs,
    standing: standingEs,
  },
}

export const wordsIn = (language: Language): Words => WORDS[language]
