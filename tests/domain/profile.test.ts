/** One profile per person: which field, what an application carries into it, and two who change it at once. */
import { describe, expect, test } from 'vitest'
import { asKept, meet, mergedIds, problemsWithProfile } from '#domain/people/profile-change.ts'
import { profileOfApplication } from '#domain/people/profile-of-application.ts'
import { offerOfProfile } from '#domain/people/profile-offer.ts'
import {
  asIds,
  fieldsOf,
  idsIn,
  keptIds,
  PROFILE_SECTIONS,
  shownIds,
} from '#domain/people/profile.ts'

const applied = {
  why: 'I was lonely at the start.',
  experience: 'Five years of dialysis.',
  areas: ['work', 'family'],
  notAreas: ['transplant'],
  languages: ' Spanish at home ',
  times: 'Mornings, not Tuesdays',
  access: 'No stairs.\r\nA chair with arms.',
}

describe('what an applicant wrote', () => {
  test('goes on in their own words, and why they applied does not', () => {
    expect(profileOfApplication(applied, '0161 555 0123')).toEqual({
      phone: '0161 555 0123',
      times: 'Mornings, not Tuesdays',
      languageWords: 'Spanish at home',
      areas: '["work","family"]',
      notAreas: '["transplant"]',
      access: 'No stairs.\nA chair with arms.',
    })
  })

  test.each(['luz@example.org', 'ask my sister', '', '0161 or 0162 and then ask for Luz please'])(
    '“%s” is no phone',
    (contact) => {
      expect(profileOfApplication(applied, contact)).not.toHaveProperty('phone')
    },
  )
})

describe('two change one field', () => {
  test('what only one of them changed is theirs, what both wrote alike is done', () => {
    expect(meet('', 'mornings', '')).toBe('mine')
    expect(meet('mornings', 'mornings', 'evenings')).toBe('keep')
    expect(meet('', 'evenings', 'evenings')).toBe('keep')
  })

  test('what both changed is asked', () => {
    expect(meet('', 'mornings', 'evenings')).toBe('both')
    expect(meet('mornings', '', 'evenings')).toBe('both')
  })

  test('each tick is a change of its own', () => {
    expect(mergedIds(['work'], ['work', 'family'], ['work', 'travel'])).toEqual([
      'work',
      'travel',
      'family',
    ])
    expect(mergedIds(['work', 'travel'], ['travel'], ['work', 'travel', 'family'])).toEqual([
      'travel',
      'family',
    ])
  })
})

describe('a profile', () => {
  test('every field stands in one section, and name and e-mail are changed elsewhere', () => {
    expect(PROFILE_SECTIONS.flatMap(fieldsOf)).toEqual([
      'phone',
      'reachBy',
      'times',
      'emergencyName',
      'emergencyPhone',
      'access',
      'place',
      'languages',
      'languageWords',
      'areas',
      'notAreas',
      'areaWords',
    ])
  })

  test('areas of another programme are not shown, and stay', () => {
    const stored = asIds(['work', 'insulin'])
    expect(shownIds(stored, ['work', 'family'])).toBe('["work"]')
    expect(keptIds('["family"]', stored, ['work', 'family'])).toBe('["family","insulin"]')
    expect(idsIn('no list')).toEqual([])
    expect(idsIn('{"length":1}')).toEqual([])
  })

  test('a number that is none, a text without an end, and an area on both sides are refused', () => {
    expect(
      problemsWithProfile(['phone', 'emergencyPhone', 'times', 'notAreas'], {
        phone: 'call me',
        emergencyPhone: '+44 161 555 0100',
        times: 'x'.repeat(4001),
        areas: '["work"]',
        notAreas: '["travel","work"]',
      }),
    ).toEqual([
      { field: 'phone', problem: 'phone-malformed' },
      { field: 'times', problem: 'too-long' },
      { field: 'notAreas', problem: 'both' },
    ])
  })

  test('blanks alone say nothing, and what stands around a line does not count', () => {
    expect(asKept('access', ' \r\n ')).toBe('')
    expect(asKept('place', '  Leeds \n north ')).toBe('Leeds north')
    expect(asKept('access', ' two\r\nlines ')).toBe(' two\nlines ')
  })

  test('a sign-off is offered what it asks, and reads the words beside it; needs are not among them', () => {
    const offered = offerOfProfile(
      {
        areas: '["work","insulin"]',
        notAreas: '["travel"]',
        languages: '["es"]',
        languageWords: 'a little Polish',
        areaWords: 'my son’s illness: no',
        place: 'Leeds',
        access: 'large print',
      },
      ['work', 'travel'],
    )
    expect(offered).toEqual({
      comfortAreas: ['work'],
      noGoAreas: ['travel'],
      languages: ['es'],
      place: 'Leeds',
      areaWords: 'my son’s illness: no',
      languageWords: 'a little Polish',
      times: '',
    })
  })
})
