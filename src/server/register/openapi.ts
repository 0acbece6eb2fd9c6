/** The API's description (OpenAPI 3.1), made from the schemas of what it answers. */
import { z } from 'zod'
import { DAY_SIGNS } from '#domain/calendar/days.ts'
import { LARGEST_PAGE, USUAL_PAGE } from '#domain/register/paging.ts'

const day = z.string().regex(DAY_SIGNS)
const uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
const ids = z.array(z.string())

const mentorSchema = z
  .strictObject({
    id: uuid.describe('Stays the same as long as the person has an account'),
    name: z.string().describe('What the mentor is called; it may change'),
    programme: z.string(),
    standing: z.enum(['ready', 'ready-with-conditions']),
    conditions: z.string().describe('Conditions of the sign-off in words; "" for none. Keep them.'),
    comfortAreas: ids.describe('Ids of areas of the programme'),
    areaGrounds: z
      .array(
        z.strictObject({
          area: z.string(),
          by: z
            .enum(['course', 'talk', 'earlier'])
            .describe(
              'course: the part of the course about the area is done; talk: it has no such part, and was talked about; earlier: signed off before there were such parts',
            ),
          pack: z.string().nullable().describe('Id of the part of the course'),
          talkedOn: day.nullable(),
        }),
      )
      .describe('What each comfort area rests on, in the same order'),
    noGoAreas: ids.describe('Ids of areas for which the mentor must not be asked'),
    languages: ids.describe('Ids of languages, such as en and es'),
    contactWays: ids.describe('Ids of ways of contact, such as phone'),
    capacity: z.int().min(0).describe('How many people the mentor can support at a time'),
    place: z.string(),
    signedOffOn: day,
    expiresOn: day.nullable().describe('The first day on which the sign-off no longer holds'),
    needs: z
      .enum(['today', 'earlier'])
      .describe(
        'Whether the sign-off rests on what the course asks for today, or on earlier needs: it holds, and more is asked for at renewal',
      ),
  })
  .describe('A mentor who is ready to be matched today')

const listSchema = z.strictObject({
  programme: z.string(),
  mentors: z.array(mentorSchema),
  next: uuid.nullable().describe('Send it as `cursor` for the next page; null on the last one'),
})

const errorSchema = z.strictObject({
  error: z.strictObject({
    code: z.string().describe('For programs; does not change'),
    message: z.string().describe('For people; in the language of Accept-Language'),
  }),
})

const schemaOf = (schema: z.ZodType): unknown => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12' })
  return rest
}
const answer = (description: string, name: string, headers: object = {}) => ({
  description,
  headers,
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
})
const ETAG = {
  ETag: { description: 'Send it as If-None-Match to get 304', schema: { type: 'string' } },
}
const RETRY = { 'Retry-After': { description: 'Seconds', schema: { type: 'integer' } } }
const refusals = {
  '400': answer(
    'A parameter is unknown, stands there twice or cannot be read; its name is said',
    'Error',
  ),
  '401': answer('The token is missing, unknown, revoked or expired', 'Error'),
  '403': answer('The token may not do this, or is for another programme', 'Error'),
  '429': answer('Too many requests', 'Error', RETRY),
}
const unchanged = { '304': { description: 'Nothing has changed since that ETag' } }
const text = (name: string, description: string) => ({
  name,
  in: 'query',
  description,
  schema: { type: 'string', maxLength: 100 },
})
const number = (name: string, description: string, most: number, least: number) => ({
  name,
  in: 'query',
  description,
  schema: { type: 'integer', minimum: least, maximum: most },
})

/** @param origin base of the addresses, without a slash at the end */
export const openApi = (origin: string) => ({
  openapi: '3.1.0',
  info: {
    title: 'Alongside: the register of mentors',
    version: '1',
    description:
      'Mentors who are ready to be matched today, for systems that propose matches. Ask again before each match: readiness is of today.',
  },
  servers: [{ url: origin }],
  security: [{ token: [] }],
  paths: {
    '/api/v1/mentors': {
      get: {
        operationId: 'listMentors',
        summary: 'Mentors of the token’s programme who are ready today, by id',
        parameters: [
          text('area', 'Id of an area that the mentor is comfortable with, and that is no no-go'),
          text('language', 'Id of a language'),
          text('contact', 'Id of a way of contact'),
          number('capacity', 'Can support at least so many people', 99, 0),
          text('place', 'Part of the place'),
          text('programme', 'Refused with 403 where it is not the token’s'),
          number('limit', `How many on a page; ${USUAL_PAGE} where left out`, LARGEST_PAGE, 1),
          text('cursor', '`next` of the page before'),
        ],
        responses: { '200': answer('One page', 'MentorList', ETAG), ...unchanged, ...refusals },
      },
    },
    '/api/v1/mentors/{id}': {
      get: {
        operationId: 'readMentor',
        summary: 'One mentor who is ready today',
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
        ],
        responses: {
          '200': answer('The mentor', 'Mentor', ETAG),
          ...unchanged,
          ...refusals,
          '404': answer('Nobody with this id is ready today in this programme', 'Error'),
        },
      },
    },
    '/api/v1/openapi.json': {
      get: {
        operationId: 'describe',
        summary: 'This description',
        security: [],
        responses: {
          '200': {
            description: 'OpenAPI 3.1',
            content: { 'application/json': { schema: { type: 'object' } } },
          },
        },
      },
    },
  },
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    schemas: {
      Mentor: schemaOf(mentorSchema),
      MentorList: schemaOf(listSchema),
      Error: schemaOf(errorSchema),
    },
  },
})
