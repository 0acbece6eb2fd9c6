/** Every function of `server/` that writes asks by itself who acts, or stands here with the reason why it need not (R14). */
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { writingVerbs } from './house/verbs.ts'

/** Each writes of whoever learns, under their own name alone (`saveMade`): the first thing that they take says who that is. */
const OWN = [
  'learning/answer-question.ts answerQuestion',
  'learning/keep-place.ts keepPlace',
  'learning/learner.ts saveMade',
  'learning/pause.ts pause',
  'learning/pause.ts resume',
  'learning/rate-confidence.ts rateConfidence',
  'learning/read-lesson.ts readLesson',
  'learning/save-writing.ts saveNote',
  'learning/save-writing.ts saveOwnWords',
  'learning/save-writing.ts saveWriting',
  'learning/sort-card.ts sortCard',
  'learning/take-turn.ts takeTurn',
  'reviews/note-meeting.ts noteMeeting',
  'reviews/note-meeting.ts takeBackMeeting',
]

/** What is changed is what belongs to the account that signed in, whatever its roles. */
const OF_ONES_ACCOUNT = [
  // Never again asked whether they want one.
  'access/change-passkey.ts declinePasskey',
  'access/confirm-factor.ts confirmFactor',
  'access/confirm-passkey.ts confirmPasskey',
  'access/confirm-password.ts confirmPassword',
  // That they looked.
  'access/note-seen.ts noteSeen',
  // Browsers in which they are signed in.
  'access/own-devices.ts endDevice',
  'access/own-devices.ts endOtherDevices',
  'access/own-devices.ts signOut',
  'access/own-ways.ts choosePassword',
  'access/own-ways.ts saveContact',
  'access/session.ts proveAgain',
  // What opens their own words on a device of theirs.
  'forms/device-key.ts deviceKey',
  'forms/device-pair.ts privateHalf',
  'forms/device-pair.ts publicHalf',
  'forms/handed-keys.ts handedKeys',
  'learning/receive-records.ts receiveRecords',
  // Of a launch of their own, or 404.
  'packages/commit-package.ts commitPackage',
  'people/choose-mail.ts chooseMail',
  // What is kept of them, and what they ask about it.
  'rights/ask-about-data.ts askForCorrection',
  'rights/ask-about-data.ts askForErasure',
  'rights/ask-about-data.ts askForNotes',
  'rights/download-own.ts downloadOwn',
  // What their own calendar reads.
  'people/calendar-feed.ts endCalendarFeed',
  'people/keep-reading.ts keepDisplay',
  'people/keep-reading.ts keepLanguage',
]

/** Anybody may try: a name and a password, the secret of a link, a code or a token decide, and tries are counted. */
const PUBLIC = [
  'access/mail-code.ts mailCode',
  'access/open-by-code.ts openByCode',
  'access/session.ts findSignedIn',
  'access/session.ts whoAsks',
  'access/sign-in-by-passkey.ts signInByPasskey',
  'access/sign-in.ts signIn',
  'access/recover-by-codes.ts recoverByCodes',
  'access/use-link.ts useLink',
  // The code of the request, which only whoever asked has.
  'pairing/ask.ts askForMentor',
  'pairing/own-request.ts consentOwnRequest',
  'pairing/own-request.ts correctOwnRequest',
  'pairing/own-request.ts eraseOwnRequest',
  'pairing/own-request.ts findOwnRequest',
  'pairing/own-request.ts openRequest',
  'pairing/own-request.ts withdrawOwnRequest',
  'people/accept-invitation.ts acceptInvitation',
  'people/apply.ts apply',
  'people/calendar-feed.ts readCalendarFeed',
  'register/api-tokens.ts readWithToken',
  'register/look-up-certificate.ts lookUpCertificate',
  // Of a token's programme: the token was read before.
  'register/read-mentors.ts readMentors',
]

/** Nobody acts: the clock, the start of a server, a command at the machine. */
const OF_THE_MACHINE = [
  'access/cast.ts markCast',
  'access/first-start.ts firstStart',
  // The command line's: whoever runs the server.
  'access/reset-factor.ts resetFactorHere',
  'learning/rebuild-progress.ts rebuildAll',
  'learning/rebuild-progress.ts rebuildProgress',
  'releases/follow-renames.ts followRenames',
  'releases/refresh-overviews.ts refreshOverviews',
  'running/call-about-dangers.ts callAboutDangers',
  'running/daily.ts startDaily',
  // Only whose turn it is, and whose folder: what is done in it asks by itself.
  'several/data-folder.ts checkDataFolder',
  'several/one-at-a-time.ts inTurn',
  'several/one-at-a-time.ts whereDue',
  // Of whoever can use the command line of the server.
  'running/erase.ts erasePerson',
  'running/erase-here.ts eraseHere',
  'running/erasure-log.ts applyErasureLog',
  'running/erasure-log.ts eraseWhatIsClosed',
  'people/by-terminal.ts inviteHere',
  'people/by-terminal.ts linkForAdministrator',
  'people/by-terminal.ts resetHere',
  'people/by-terminal.ts setAccountHere',
  'running/drill.ts drill',
  'running/last-drill.ts noteDrill',
  'running/make-ready.ts makeReady',
  'running/restore.ts restoreBackup',
  'running/run-retention.ts runRetention',
  'running/send-digests.ts sendDigests',
  'running/send-mail.ts sendWaitingMail',
  'running/tell-unusual.ts tellUnusual',
  'running/tell-what-waits.ts tellWhatWaits',
  'running/work-out-card-days.ts workOutCardDays',
  'tasks/fresh-desk.ts freshDesk',
  'tasks/fresh-desk.ts readFresh',
]

/** A step of verbs that have asked, or of every request: no page calls it for what it says itself. */
const STEPS = [
  // Of erasing: for the command line, and for the administrator's verb.
  'running/erase.ts eraseRows',
  'running/erasure-log.ts rewriteFile',
  // Of using a link.
  'access/enter-by-link.ts enterAgain',
  'access/enter-by-link.ts enterBy',
  'access/known-device.ts findKnownDevice',
  'access/known-device.ts rememberDevice',
  'access/make-link.ts makeLink',
  'access/make-link.ts makeWayIn',
  'access/note-entry.ts noteDenied',
  'access/note-entry.ts noteFactorRefused',
  'access/note-entry.ts noteRefused',
  'access/note-entry.ts noteThrottled',
  'access/note-entry.ts noteUnproven',
  'access/note-entry.ts signedInEvents',
  'access/note-seen.ts noteLook',
  'access/passkey-challenge.ts newChallenge',
  'access/set-up-app.ts newAppSecret',
  'access/passkey-challenge.ts readChallenge',
  'access/server-key.ts serverKey',
  'access/session.ts endSession',
  'access/session.ts endSessionsOf',
  'access/session.ts startSession',
  'access/throttle.ts releaseTry',
  'access/throttle.ts reserveCode',
  'access/throttle.ts reserveFactor',
  'access/throttle.ts reserveLook',
  'access/throttle.ts reserveMail',
  'access/throttle.ts reserveProof',
  'access/throttle.ts reserveTry',
  'access/use-passkey.ts usePasskey',
  'access/write-about.ts writeAbout',
  'access/write-where.ts writeWhere',
  'course/programme-files.ts writeProgramme',
  'forms/sealed-words.ts openSealed',
  'forms/sealed-words.ts sealWords',
  'learning/recount.ts recount',
  'learning/save-records.ts saveRecords',
  'pairing/consent-of-request.ts writeConsent',
  'pairing/correct-request.ts saveVersion',
  'pairing/end-request.ts writeEnd',
  'pairing/insert-request.ts insertNewRequest',
  'pairing/refused.ts writeUnless',
  'pairing/request-code.ts codeOfForm',
  'people/ask-find.ts openFind',
]

const verbs = writingVerbs()
const inShort = ({ file, name }: (typeof verbs)[number]): string => `${file} ${name}`

test('every verb that writes asks who acts, or has a reason', () => {
  expect(verbs.length).toBeGreaterThan(100)
  expect(verbs.filter(({ refuses }) => !refuses).map(inShort)).toEqual(
    [...OWN, ...OF_ONES_ACCOUNT, ...PUBLIC, ...OF_THE_MACHINE, ...STEPS].sort(),
  )
})

describe('where a verb need not ask', () => {
  test('whoever learns is handed in, and it is themselves', () => {
    const own = verbs.filter((verb) => OWN.includes(inShort(verb)))
    expect(
      own.filter(
        ({ takes }) =>
          !/^[^,]*\b(?:Acting|Own)Learner\b|^\{ by, course, person \}: ActingLearner/.test(takes),
      ),
    ).toEqual([])
  })

  test('no page calls a step that belongs to verbs', () => {
    const pages = globSync('src/pages/**/*.{astro,ts}').map((file) => readFileSync(file, 'utf8'))
    const steps = STEPS.map((one) => one.split(' ')[1] ?? '').filter((name) =>
      pages.some((text) => new RegExp(`\\b${name}\\(`).test(text)),
    )
    expect(steps).toEqual([])
  })
})

test('each that refuses is asked somewhere by who may not', () => {
  const asked = globSync('tests/{server,pages}/*.test.ts')
    .map((file) => readFileSync(file, 'utf8'))
    .filter((text) => /NOT_ALLOWED|everybodyBut|toBeNull|toBe\(false\)/.test(text))
    .join('\n')
  expect(
    verbs
      .filter(({ refuses, name }) => refuses && !new RegExp(`\\b${name}\\(`).test(asked))
      .map(inShort),
  ).toEqual([])
})
