/** Whatever is sent to whatever address: no answer is 500 or more, and the server lives on (R9). */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wordsIn } from '#i18n/words.ts'
import { newId } from '#server/trail/new-id.ts'
import type { Name } from '#tests/cast.ts'
import { runs } from '#tests/runs.ts'
import { headingOf, openSite, session, type Answer, type AskOptions, type Site } from './site.ts'

/** Left to chance, at a page with fields of its own and at one without. */
const [MIXED, BLIND] = [runs(20, 300), runs(60, 400)]
const SEED = 20261121

let site: Site
beforeAll(async () => {
  site = await openSite({}, 'own')
})
afterAll(async () => {
  expect(await site.server.stop()).toBe(0)
  expect(site.server.output()).not.toMatch(/Error|caused by/)
})

/** @param path as `site.fill` reads it */
const ENDPOINTS: readonly (readonly [as: Name | null, path: string])[] = [
  [null, '/'],
  [null, '/sign-in'],
  [null, '/join/{link:spare}'],
  [null, '/language'],
  [null, '/sign-out'],
  [null, '/signed-out'],
  ['carla', '/set-up-first'],
  ['nadia', '/somebody-else'],
  [null, '/learn'],
  [null, '/sample'],
  [null, '/cooking'],
  ['ray', '/learn'],
  ['ray', '/record'],
  ['nadia', '/learn/confidence/before'],
  ['ray', '/learn/remembering'],
  ['ray', '/learn/consent/waiting-for-consent'],
  ['ray', '/learn/consent/a-promise-i-can-keep'],
  ['ray', '/learn/story/goal-road-map'],
  ['ray', '/learn/consent/print'],
  ['ray', '/learn/consent/quiz'],
  ['ray', '/learn/consent/quiz/who-decides'],
  ['ray', '/learn/consent/quiz/result'],
  ['ray', `/learn/${session.id}`],
  ['ray', `/learn/${session.id}/talk`],
  ['ray', `/learn/${session.id}/debrief`],
  ['carla', '/coordinate'],
  ['carla', '/coordinate/invite'],
  ['carla', '/coordinate/{nadia}'],
  ['oscar', '/coordinate/{nadia}/observe'],
  ['carla', '/coordinate/{nadia}/sign-off'],
  ['carla', '/coordinate/{nadia}/sign-off/line-consent'],
  ['carla', '/coordinate/{nadia}/sign-off/met'],
  ['carla', '/coordinate/{nadia}/sign-off/offer'],
  ['carla', '/coordinate/{nadia}/sign-off/check'],
  ['carla', '/coordinate/{nadia}/sign-off/declare'],
  ['carla', '/coordinate/{luz}/second-signature'],
  ['carla', '/coordinate/{luz}/decisions/{of:signedOff}'],
  [null, '/check'],
  [null, '/check/ABCD-EFGH-JKLM'],
  [null, '/display'],
  ['ray', '/name'],
  ['ray', '/ways-in'],
  ['ray', '/ways-in/mail'],
  ['carla', '/ways-in/mail'],
  ['ray', '/ways-in/devices'],
  ['ray', '/account/data'],
  ['ray', '/account/data/correct'],
  ['ray', '/account/data/erase'],
  ['ray', '/account/data/notes'],
  ['carla', '/coordinate/{nadia}/data/{of:dataRequest}'],
  ['ana', '/manage/rights/{of:dataRequest}'],
  ['ana', '/manage/accounts/{joyce}/erase'],
  ['carla', '/ways-in/factor'],
  ['carla', '/ways-in/factor/app'],
  ['ray', '/record/profile'],
  ['ray', '/record/profile.txt'],
  ['carla', '/coordinate/{nadia}/profile'],
  ['ray', '/display'],
  ['luz', '/learn/sign-off'],
  ['luz', '/learn/arrival'],
  ['luz', '/learn/pause'],
  ['luz', '/learn/commitment'],
  ['luz', '/learn/who-can-see'],
  ['luz', '/learn/checks'],
  ['carla', '/coordinate/{nadia}/checks'],
  ['carla', '/coordinate/{nadia}/checks/references.seen'],
  ['luz', '/record/certificate'],
  ['luz', '/record/renewal.ics'],
  ['luz', '/record/my-learning.html'],
  ['carla', '/coordinate/{luz}/withdraw'],
  ['carla', '/coordinate/{nadia}/link'],
  ['ana', '/manage'],
  ['ana', '/manage/invite'],
  ['ana', '/manage/invitations'],
  ['ray', '/api/records'],
  [null, '/apply/form'],
  [null, '/ask'],
  [null, '/ask/form?programme=kidney'],
  [null, '/ask/code'],
  [null, '/ask/mine'],
  ['carla', '/coordinate/requests/{of:request}/contact'],
  [null, '/join'],
  ['luz', '/learn/ask'],
  ['luz', '/learn/messages'],
  ['luz', '/learn/group-sessions'],
  ['luz', '/calendar'],
  [null, '/calendar/constructor.ics'],
  ['luz', '/group-sessions/{of:groupSession}.ics'],
  ['carla', '/coordinate/applications'],
  ['carla', '/coordinate/applications/{of:application}'],
  ['carla', '/coordinate/requests'],
  ['carla', '/coordinate/requests/new'],
  ['carla', '/coordinate/requests/{of:request}'],
  ['carla', '/coordinate/requests/{of:request}/correct'],
  ['carla', '/coordinate/requests/{of:request}/suggestions'],
  ['carla', '/coordinate/pairings'],
  ['carla', '/coordinate/pairings/{of:proposal}'],
  ['ray', '/learn/pairings'],
  ['ray', '/learn/pairings/{of:proposal}'],
  ['ray', '/learn/pairings/{of:proposal}/first-meeting'],
  ['carla', '/coordinate/invitations'],
  ['carla', '/coordinate/invite-many'],
  ['carla', '/coordinate/import'],
  ['carla', '/coordinate/cohorts'],
  ['carla', '/coordinate/people/message?to={nadia}'],
  ['carla', '/coordinate/messages/templates'],
  ['carla', '/coordinate/group-sessions'],
  ['carla', '/coordinate/group-sessions/{of:groupSession}'],
  ['carla', '/coordinate/inbox'],
  ['carla', '/coordinate/inbox/{of:message}'],
  ['oscar', '/coordinate/{nadia}/amend/{of:observedByOscar}'],
  ['carla', '/coordinate/{nadia}/talk'],
  ['carla', '/coordinate/{nadia}/outside'],
  ['carla', '/coordinate/{nadia}/notes'],
  ['carla', '/coordinate/{nadia}/follow-up'],
  ['carla', '/coordinate/{nadia}/export'],
  ['carla', '/manage/packages'],
  ['carla', '/manage/packages/new'],
  ['carla', '/manage/packages/{of:package}'],
  ['carla', '/manage/packages/{of:package}/replace'],
  ['carla', '/manage/packages/{of:package}/preview/1'],
  ['luz', '/learn/packages/{of:package}'],
  ['luz', '/learn/packages/{of:package}/1'],
  ['luz', '/api/packages/{absent}'],
  ['ana', '/manage/audit'],
  ['ana', '/manage/security'],
  ['ana', '/manage/system'],
  ['ana', '/manage/releases'],
  ['ana', '/manage/exports'],
  ['ana', '/manage/accounts'],
  ['ana', '/manage/programmes/new'],
  ['ana', '/manage/programmes/kidney'],
  ['ana', '/manage/programmes/kidney/about'],
  ['ana', '/manage/programmes/kidney/crisis'],
  ['ana', '/manage/programmes/kidney/rules'],
  ['ana', '/manage/programmes/kidney/required?check=references.seen'],
  ['ana', '/manage/programmes/kidney/second-signature'],
  ['carla', '/coordinate/register'],
  ['carla', '/coordinate/register/left'],
  ['carla', '/coordinate/register/export'],
  ['carla', '/coordinate/reports'],
  ['carla', '/coordinate/reports/funder'],
  ['carla', '/coordinate/reports/funder.csv'],
  ['carla', '/coordinate/reports/stops.csv'],
  ['carla', '/coordinate/{luz}/reviews'],
  ['carla', '/coordinate/{luz}/reviews/write'],
  ['luz', '/learn/reviews'],
  ['luz', '/reviews/{of:review}.ics'],
  ['ana', '/manage/tokens'],
  ['ana', '/manage/reports'],
  ['ana', '/manage/reports/time.csv'],
  [null, '/api/v1/mentors'],
  [null, '/api/v1/mentors/{luz}'],
  [null, '/api/v1/openapi.json'],
  // Last, since they may change who is who.
  ['gwen', '/coordinate/find'],
  ['gwen', '/coordinate/people'],
  ['gwen', '/coordinate/people/{joyce}'],
  ['ana', '/manage/accounts/{joyce}'],
]

const NAMES = [
  'name',
  'password',
  'shared',
  'signInName',
  'language',
  'to',
  'switch-language',
  'act',
  'record',
  'text',
  'share',
  'field-goal',
  'attempt',
  'option',
  'run',
  'step',
  'turn',
  'reply',
  'invitation',
  'role',
  'programme',
  'for-language',
  'id',
  'level-listening',
  'note',
  'decision',
  'reason',
  'conditions',
  'otherwise',
  'internalNote',
  'expiresOn',
  'evidence',
  'declaredName',
  'seen',
  'judgement',
  'practise',
  'comfortAreas',
  'noGoAreas',
  'languages',
  'contactWays',
  'capacity',
  'until',
  'on',
  'contrast',
  'spacing',
  'again-name',
  'again-password',
  'again-do',
  'sealed',
  'owner',
  'rating-consent',
  'page',
  'search',
  'again',
  'kept',
  'saved',
  'decided',
  'closed',
  'do',
  'code',
  'why',
  'contact',
  'areas',
  'notAreas',
  'list',
  'batch',
  'email',
  'cohort',
  'revoke',
  'title',
  'day',
  'time',
  'place',
  'came',
  'outcome',
  'message',
  'kind',
  'competency',
  'accepted',
  'standsFor',
  'source',
  'lesson',
  'traineeNote',
  'secondObserver',
  'amendReason',
  'internal',
  'version',
  'newest',
  'name.en',
  'crisis.0.number',
  'secondSignature',
  'tab',
  'state',
  'person',
  'from',
  'application',
  'open-session',
  'accept-package',
  'preview',
  'area',
  'contact',
  'capacity',
  'format',
  'why',
  'report',
  'year',
  'wentWell',
  'wellbeing',
  'nextOn',
  'action-0',
  'due-0',
  'lesson-0',
  'done',
  'scope',
  'days',
  'cursor',
  'limit',
]
/** What hardly any field expects, each for a reason of its own. */
const ODD = [
  '',
  'x',
  'name,email\nTom,tom@example.org',
  '0',
  '1',
  '2',
  '-1',
  '1e999',
  'NaN',
  '9007199254740993',
  '2027-11-21',
  '0000-00-00',
  '\0',
  '\r\n',
  '\ud800',
  '☃',
  '%',
  '__proto__',
  'constructor',
  '../..',
  "'--",
  '<b>',
  '/learn',
  '//evil.example',
  session.start,
  newId(Date.now()),
  'x'.repeat(5000),
]
/** What some field takes; to all the others it is as 'x' is, and a page's own are sent as it offers them. */
const WORDS = [
  'yes',
  'es',
  'rosa',
  'unsure',
  'ready',
  'trainee',
  'kidney',
  'pause',
  'ask',
  'back',
  'before',
  'say',
  'make',
  'archive',
  'change',
  'came',
  'give',
  'save',
  'internal',
  'listening',
]
const KNOWN = [...ODD, ...WORDS]
/** Of these each goes into each field; the words only now and then, unless there is time. */
const SWEPT = KNOWN.slice(0, runs(ODD.length, KNOWN.length))

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...KNOWN) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
)
type Fields = fc.Arbitrary<[string, string][]>
/** @param own the fields that stand on the page: half of what is sent, since it reads few of all that there are */
const fieldsWith = (own: readonly string[]): Fields =>
  fc.array(
    fc.tuple(
      fc.oneof(
        { weight: own.length ? 9 : 0, arbitrary: fc.constantFrom(...own, '') },
        { weight: 9, arbitrary: fc.constantFrom(...NAMES) },
        text,
      ),
      text,
    ),
    { maxLength: 14 },
  )
const type = fc.constantFrom(
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=b',
  'application/json',
  'text/plain',
  'multipart/form-data',
  '',
  ';;=',
)
const encode = (pairs: readonly (readonly [string, string])[]): string =>
  new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString()
const multipart = (pairs: readonly (readonly [string, string])[]): string =>
  pairs
    .map(
      ([name, value]) =>
        `--b\r\nContent-Disposition: form-data; name="${encodeURIComponent(name.toWellFormed())}"\r\n\r\n${value}\r\n`,
    )
    .join('') + '--b--\r\n'
const oneRecord = fc.record(
  {
    id: text,
    item: text,
    revision: fc.oneof(fc.integer(), text),
    kind: fc.oneof(
      text,
      fc.constantFrom('lesson-read', 'question-answered', 'turn-taken', 'session-ended'),
    ),
    value: fc.oneof(fc.jsonValue({ maxDepth: 2 }), fieldsWith([]).map(Object.fromEntries)),
    madeAt: fc.oneof(fc.double(), fc.integer(), text),
  },
  { requiredKeys: [] },
)

interface Sent extends Pick<AskOptions, 'body' | 'type' | 'owner'> {
  readonly method: 'GET' | 'POST'
  readonly query: string
}
const post = (query: string, body: string | Uint8Array, kind: string): Sent => ({
  method: 'POST',
  query,
  body,
  type: kind,
})
const queryWith = (fields: Fields): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constant(''),
    fields.map((pairs) => `?${encode(pairs)}`),
  )
const requestsWith = (fields: Fields, query: fc.Arbitrary<string>): fc.Arbitrary<Sent> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(query, fields)
        .map(([at, pairs]) => post(at, encode(pairs), 'application/x-www-form-urlencoded')),
    },
    {
      weight: 2,
      arbitrary: fields.map((pairs) =>
        post('', multipart(pairs), 'multipart/form-data; boundary=b'),
      ),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.uint8Array({ maxLength: 300 }), type)
        .map(([bytes, kind]) => post('', bytes, kind)),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.string({ unit: 'binary' }), type)
        .map(([body, kind]) => post('', body, kind)),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(oneRecord, { maxLength: 4 })
        .map((records) => post('', JSON.stringify({ records }), 'application/json')),
    },
    { weight: 2, arbitrary: query.map((at): Sent => ({ method: 'GET', query: at })) },
  )

/** `site.ask` puts the asker's own id into each form and call; one in ten stands on nobody's page. */
function ownedWith(own: readonly string[]): fc.Arbitrary<Sent> {
  const fields = fieldsWith(own)
  return fc
    .tuple(requestsWith(fields, queryWith(fields)), fc.nat({ max: 9 }))
    .map(([sent, n]): Sent => (n === 0 ? { ...sent, owner: '' } : sent))
}

const fill = (path: string): string => site.fill(path)

/** What stands where the owner rule answered in place of the page (R41). */
const NOT_THEIRS = new Set(
  (['en', 'es'] as const).flatMap((language) => {
    const { beforeSignIn, somebodyElse, sessionEnded } = wordsIn(language).common
    return [beforeSignIn, somebodyElse, sessionEnded]
  }),
)
const isByOwner = (answer: Answer): boolean =>
  NOT_THEIRS.has(headingOf(answer)) || answer.text === '{"error":"somebody-else"}'
const counts = { posts: 0, byOwner: 0 }

/** The fields of its own, with the values that it offers for each. */
/** Whose page it is, `site.ask` says; the other is answered before the page is asked. */
const ON_EVERY_PAGE: ReadonlySet<string> = new Set(['owner', 'switch-language'])
type Own = ReadonlyMap<string, readonly string[]>

function fieldsOf(html: string): Own {
  const found = new Map<string, string[]>()
  for (const [tag = ''] of html.matchAll(/<(?:input|textarea|select|button)\b[^>]*>/g)) {
    const name = / name="([^"]+)"/.exec(tag)?.[1]
    if (!name || ON_EVERY_PAGE.has(name)) continue
    const isOffered = /^<button| type="(?:hidden|radio|checkbox)"/.test(tag)
    const value = isOffered ? / value="([^"]+)"/.exec(tag)?.[1] : undefined
    const known = found.get(name) ?? []
    found.set(name, value === undefined ? known : [...known, value])
  }
  return found
}

/** Each of its fields with each odd value once, the others odd too or as the page offers them, by turns. */
const swept = (own: Own): [string, string][][] =>
  SWEPT.map((_, nth) =>
    [...own].map(([name, offered], place) => {
      const odd = SWEPT[(nth + 7 * place) % SWEPT.length] ?? ''
      return [name, (nth + place) % 2 ? (offered[nth % offered.length] ?? odd) : odd]
    }),
  )

/** What is sent to a page that looks so: `seed` of its own, so that what all pages share is tried by all of them together. */
function sentTo(page: string, seed: number): Sent[] {
  const html = page.slice(Math.max(0, page.indexOf('<main')))
  const own = fieldsOf(html)
  const names = [...own.keys()]
  const chance = fc.sample(ownedWith(names), { numRuns: names.length ? MIXED : BLIND, seed })
  const forms = names.length ? swept(own).map(encode) : []
  const asked = /<form\b(?![^>]*method="post")/.test(html) ? forms : []
  return [
    ...forms.map((body) => post('', body, 'application/x-www-form-urlencoded')),
    ...asked.map((body): Sent => ({ method: 'GET', query: `?${body}` })),
    ...chance,
  ]
}

describe.each(ENDPOINTS.map(([as, path], nth) => ({ as, path, nth })))(
  '$as at $path',
  ({ as, path, nth }) => {
    test('survives whatever is sent', async () => {
      const all = sentTo((await site.ask('GET', fill(path), { as })).text, SEED + nth)
      const bad: unknown[] = []
      const send = async (): Promise<void> => {
        for (let next = all.shift(); next; next = all.shift()) {
          const { method, query: at, ...sent } = next
          const answer = await site.ask(method, fill(path) + at, { as, ...sent })
          if (answer.status >= 500) bad.push({ status: answer.status, ...next })
          // A visitor's form is everybody's, or nobody's.
          if (!as || method === 'GET') continue
          counts.posts++
          if (isByOwner(answer)) counts.byOwner++
        }
      }
      await Promise.all(Array.from({ length: 8 }, send))
      expect(bad).toEqual([])
      expect((await site.ask('GET', '/healthz')).status).toBe(200)
    })
  },
)

test('R41: most of what is sent reaches its page’s own reading, and some is refused for its owner', () => {
  const share = counts.byOwner / counts.posts
  expect(counts.posts).toBeGreaterThan(ENDPOINTS.length * (MIXED + SWEPT.length) * 0.6)
  expect(share).toBeGreaterThan(0.02)
  expect(share).toBeLessThan(0.35)
})

test('survives addresses that nobody has thought of', async () => {
  const segment = fc.oneof(
    text,
    fc.constantFrom('learn', 'consent', 'quiz', 'coordinate', 'join', 'talk'),
  )
  const paths = fc.sample(fc.array(segment, { minLength: 1, maxLength: 5 }), {
    numRuns: 200,
    seed: SEED,
  })
  const statuses = await Promise.all(
    paths.map(async (path) => {
      const to = `/${path.map((one) => encodeURIComponent(one.toWellFormed())).join('/')}`
      return (await site.ask('GET', to, { as: 'carla' })).status
    }),
  )
  expect(statuses.filter((status) => status >= 500)).toEqual([])
})
