/** Every word of the interface, by language. */
import type { Language } from '#domain/course/language.ts'
import { varietyOf, type Variety } from '#domain/programme/locale.ts'
import type { Programme } from '#domain/programme/programme.ts'
import { account as accountEn } from './en/account.ts'
import { apply as applyEn } from './en/apply.ts'
import { areas as areasEn } from './en/areas.ts'
import { ask as askEn } from './en/ask.ts'
import { audit as auditEn } from './en/audit.ts'
import { calendar as calendarEn } from './en/calendar.ts'
import { common as commonEn } from './en/common.ts'
import { confidence as confidenceEn } from './en/confidence.ts'
import { coordinate as coordinateEn } from './en/coordinate.ts'
import { course as courseEn } from './en/course.ts'
import { dataRights as dataRightsEn } from './en/data-rights.ts'
import { doctor as doctorEn } from './en/doctor.ts'
import { evidence as evidenceEn } from './en/evidence.ts'
import { exports as exportsEn } from './en/exports.ts'
import { factor as factorEn } from './en/factor.ts'
import { find as findEn } from './en/find.ts'
import { followUps as followUpsEn } from './en/follow-ups.ts'
import { help as helpEn } from './en/help.ts'
import { imports as importsEn } from './en/imports.ts'
import { invitations as invitationsEn } from './en/invitations.ts'
import { learn as learnEn } from './en/learn.ts'
import { manage as manageEn } from './en/manage.ts'
import { mentor as mentorEn } from './en/mentor.ts'
import { messages as messagesEn } from './en/messages.ts'
import { mine as mineEn } from './en/mine.ts'
import { notices as noticesEn } from './en/notices.ts'
import { offline as offlineEn } from './en/offline.ts'
import { ownData as ownDataEn } from './en/own-data.ts'
import { packages as packagesEn } from './en/packages.ts'
import { passkeys as passkeysEn } from './en/passkeys.ts'
import { pairing as pairingEn } from './en/pairing.ts'
import { people as peopleEn } from './en/people.ts'
import { print as printEn } from './en/print.ts'
import { privacy as privacyEn } from './en/privacy.ts'
import { profile as profileEn } from './en/profile.ts'
import { programmes as programmesEn } from './en/programmes.ts'
import { register as registerEn } from './en/register.ts'
import { remembering as rememberingEn } from './en/remembering.ts'
import { reports as reportsEn } from './en/reports.ts'
import { requests as requestsEn } from './en/requests.ts'
import { reviews as reviewsEn } from './en/reviews.ts'
import { search as searchEn } from './en/search.ts'
import { myAccount as myAccountEn } from './en/my-account.ts'
import { security as securityEn } from './en/security.ts'
import { signOff as signOffEn } from './en/sign-off.ts'
import { standing as standingEn } from './en/standing.ts'
import { ways as waysEn } from './en/ways.ts'
import { incidents as incidentsEn } from './en/incidents.ts'
import { checks as checksEn } from './en/checks.ts'
import { stops as stopsEn } from './en/stops.ts'
import { tasks as tasksEn } from './en/tasks.ts'
import { account as accountEnGb } from './en-GB/account.ts'
import { apply as applyEnGb } from './en-GB/apply.ts'
import { ask as askEnGb } from './en-GB/ask.ts'
import { audit as auditEnGb } from './en-GB/audit.ts'
import { common as commonEnGb } from './en-GB/common.ts'
import { confidence as confidenceEnGb } from './en-GB/confidence.ts'
import { coordinate as coordinateEnGb } from './en-GB/coordinate.ts'
import { course as courseEnGb } from './en-GB/course.ts'
import { dataRights as dataRightsEnGb } from './en-GB/data-rights.ts'
import { doctor as doctorEnGb } from './en-GB/doctor.ts'
import { evidence as evidenceEnGb } from './en-GB/evidence.ts'
import { exports as exportsEnGb } from './en-GB/exports.ts'
import { find as findEnGb } from './en-GB/find.ts'
import { followUps as followUpsEnGb } from './en-GB/follow-ups.ts'
import { imports as importsEnGb } from './en-GB/imports.ts'
import { invitations as invitationsEnGb } from './en-GB/invitations.ts'
import { learn as learnEnGb } from './en-GB/learn.ts'
import { manage as manageEnGb } from './en-GB/manage.ts'
import { mentor as mentorEnGb } from './en-GB/mentor.ts'
import { ownData as ownDataEnGb } from './en-GB/own-data.ts'
import { packages as packagesEnGb } from './en-GB/packages.ts'
import { pairing as pairingEnGb } from './en-GB/pairing.ts'
import { people as peopleEnGb } from './en-GB/people.ts'
import { print as printEnGb } from './en-GB/print.ts'
import { profile as profileEnGb } from './en-GB/profile.ts'
import { programmes as programmesEnGb } from './en-GB/programmes.ts'
import { register as registerEnGb } from './en-GB/register.ts'
import { reports as reportsEnGb } from './en-GB/reports.ts'
import { requests as requestsEnGb } from './en-GB/requests.ts'
import { reviews as reviewsEnGb } from './en-GB/reviews.ts'
import { signOff as signOffEnGb } from './en-GB/sign-off.ts'
import { tasks as tasksEnGb } from './en-GB/tasks.ts'
import { account as accountEs } from './es/account.ts'
import { apply as applyEs } from './es/apply.ts'
import { areas as areasEs } from './es/areas.ts'
import { ask as askEs } from './es/ask.ts'
import { audit as auditEs } from './es/audit.ts'
import { calendar as calendarEs } from './es/calendar.ts'
import { common as commonEs } from './es/common.ts'
import { confidence as confidenceEs } from './es/confidence.ts'
import { coordinate as coordinateEs } from './es/coordinate.ts'
import { course as courseEs } from './es/course.ts'
import { dataRights as dataRightsEs } from './es/data-rights.ts'
import { doctor as doctorEs } from './es/doctor.ts'
import { evidence as evidenceEs } from './es/evidence.ts'
import { exports as exportsEs } from './es/exports.ts'
import { factor as factorEs } from './es/factor.ts'
import { find as findEs } from './es/find.ts'
import { followUps as followUpsEs } from './es/follow-ups.ts'
import { help as helpEs } from './es/help.ts'
import { imports as importsEs } from './es/imports.ts'
import { invitations as invitationsEs } from './es/invitations.ts'
import { learn as learnEs } from './es/learn.ts'
import { manage as manageEs } from './es/manage.ts'
import { mentor as mentorEs } from './es/mentor.ts'
import { messages as messagesEs } from './es/messages.ts'
import { mine as mineEs } from './es/mine.ts'
import { notices as noticesEs } from './es/notices.ts'
import { offline as offlineEs } from './es/offline.ts'
import { ownData as ownDataEs } from './es/own-data.ts'
import { packages as packagesEs } from './es/packages.ts'
import { passkeys as passkeysEs } from './es/passkeys.ts'
import { pairing as pairingEs } from './es/pairing.ts'
import { people as peopleEs } from './es/people.ts'
import { print as printEs } from './es/print.ts'
import { privacy as privacyEs } from './es/privacy.ts'
import { profile as profileEs } from './es/profile.ts'
import { programmes as programmesEs } from './es/programmes.ts'
import { register as registerEs } from './es/register.ts'
import { remembering as rememberingEs } from './es/remembering.ts'
import { reports as reportsEs } from './es/reports.ts'
import { requests as requestsEs } from './es/requests.ts'
import { reviews as reviewsEs } from './es/reviews.ts'
import { search as searchEs } from './es/search.ts'
import { myAccount as myAccountEs } from './es/my-account.ts'
import { security as securityEs } from './es/security.ts'
import { signOff as signOffEs } from './es/sign-off.ts'
import { standing as standingEs } from './es/standing.ts'
import { ways as waysEs } from './es/ways.ts'
import { incidents as incidentsEs } from './es/incidents.ts'
import { checks as checksEs } from './es/checks.ts'
import { stops as stopsEs } from './es/stops.ts'
import { tasks as tasksEs } from './es/tasks.ts'
import { over } from './otherwise.ts'

const en = {
  account: accountEn,
  apply: applyEn,
  areas: areasEn,
  ask: askEn,
  audit: auditEn,
  calendar: calendarEn,
  common: commonEn,
  confidence: confidenceEn,
  coordinate: coordinateEn,
  course: courseEn,
  dataRights: dataRightsEn,
  doctor: doctorEn,
  evidence: evidenceEn,
  exports: exportsEn,
  factor: factorEn,
  find: findEn,
  followUps: followUpsEn,
  help: helpEn,
  imports: importsEn,
  invitations: invitationsEn,
  learn: learnEn,
  manage: manageEn,
  mentor: mentorEn,
  messages: messagesEn,
  mine: mineEn,
  notices: noticesEn,
  offline: offlineEn,
  ownData: ownDataEn,
  packages: packagesEn,
  passkeys: passkeysEn,
  pairing: pairingEn,
  people: peopleEn,
  print: printEn,
  privacy: privacyEn,
  profile: profileEn,
  programmes: programmesEn,
  register: registerEn,
  remembering: rememberingEn,
  reports: reportsEn,
  requests: requestsEn,
  reviews: reviewsEn,
  search: searchEn,
  myAccount: myAccountEn,
  security: securityEn,
  signOff: signOffEn,
  standing: standingEn,
  ways: waysEn,
  incidents: incidentsEn,
  checks: checksEn,
  stops: stopsEn,
  tasks: tasksEn,
}

export type Words = typeof en

const WORDS: Record<Variety, Words> = {
  en,
  'en-GB': over(en, {
    account: accountEnGb,
    apply: applyEnGb,
    ask: askEnGb,
    audit: auditEnGb,
    common: commonEnGb,
    confidence: confidenceEnGb,
    coordinate: coordinateEnGb,
    course: courseEnGb,
    dataRights: dataRightsEnGb,
    doctor: doctorEnGb,
    evidence: evidenceEnGb,
    exports: exportsEnGb,
    find: findEnGb,
    followUps: followUpsEnGb,
    imports: importsEnGb,
    invitations: invitationsEnGb,
    learn: learnEnGb,
    manage: manageEnGb,
    mentor: mentorEnGb,
    ownData: ownDataEnGb,
    packages: packagesEnGb,
    pairing: pairingEnGb,
    people: peopleEnGb,
    print: printEnGb,
    profile: profileEnGb,
    programmes: programmesEnGb,
    register: registerEnGb,
    reports: reportsEnGb,
    requests: requestsEnGb,
    reviews: reviewsEnGb,
    signOff: signOffEnGb,
    tasks: tasksEnGb,
  }),
  es: {
    account: accountEs,
    apply: applyEs,
    areas: areasEs,
    ask: askEs,
    audit: auditEs,
    calendar: calendarEs,
    common: commonEs,
    confidence: confidenceEs,
    coordinate: coordinateEs,
    course: courseEs,
    dataRights: dataRightsEs,
    doctor: doctorEs,
    evidence: evidenceEs,
    exports: exportsEs,
    factor: factorEs,
    find: findEs,
    followUps: followUpsEs,
    help: helpEs,
    imports: importsEs,
    invitations: invitationsEs,
    learn: learnEs,
    manage: manageEs,
    mentor: mentorEs,
    messages: messagesEs,
    mine: mineEs,
    notices: noticesEs,
    offline: offlineEs,
    ownData: ownDataEs,
    packages: packagesEs,
    passkeys: passkeysEs,
    pairing: pairingEs,
    people: peopleEs,
    print: printEs,
    privacy: privacyEs,
    profile: profileEs,
    programmes: programmesEs,
    register: registerEs,
    remembering: rememberingEs,
    reports: reportsEs,
    requests: requestsEs,
    reviews: reviewsEs,
    search: searchEs,
    myAccount: myAccountEs,
    security: securityEs,
    signOff: signOffEs,
    standing: standingEs,
    ways: waysEs,
    incidents: incidentsEs,
    checks: checksEs,
    stops: stopsEs,
    tasks: tasksEs,
  },
}

/** @param variety English alone is American: for what belongs to no programme */
export const wordsIn = (variety: Variety): Words => WORDS[variety]

/** As the programme's country says it. */
export const wordsFor = (language: Language, programme: Pick<Programme, 'country'>): Words =>
  WORDS[varietyOf(language, programme)]
