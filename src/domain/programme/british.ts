/** The course and the interface are written in American English; a programme in the United Kingdom reads British spelling. */

const BRITISH: Readonly<Record<string, string>> = {
  apologize: 'apologise',
  center: 'centre',
  centers: 'centres',
  color: 'colour',
  colors: 'colours',
  favor: 'favour',
  favors: 'favours',
  gray: 'grey',
  honor: 'honour',
  judgment: 'judgement',
  license: 'licence',
  mom: 'mum',
  neighbor: 'neighbour',
  neighbors: 'neighbours',
  organization: 'organisation',
  'organization’s': 'organisation’s',
  organizations: 'organisations',
  organize: 'organise',
  organized: 'organised',
  practiced: 'practised',
  'to practice': 'to practise',
  'me practice': 'me practise',
  'they practice': 'they practise',
  'read and practice': 'read and practise',
  program: 'programme',
  'program’s': 'programme’s',
  programs: 'programmes',
  realize: 'realise',
  recognize: 'recognise',
  recognized: 'recognised',
  trash: 'rubbish',
}

const WORD = new RegExp(`\\b(${Object.keys(BRITISH).join('|')})\\b`, 'gi')

/** Plain text in, plain text out; capitals stay. */
export const british = (text: string): string =>
  text.replace(WORD, (word) => {
    const other = BRITISH[word.toLowerCase()] ?? word
    return word[0] === word[0]?.toUpperCase() ? other[0]?.toUpperCase() + other.slice(1) : other
  })

/** Only what stands between the tags: attributes have words of their own. */
export const britishHtml = (html: string): string =>
  html.replace(/<[^>]*>|[^<]+/g, (part) => (part.startsWith('<') ? part : british(part)))
