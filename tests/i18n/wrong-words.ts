/** Words that are wrong in one country's English: no string of the course or of the interface may have them there. */

/** Endings -or and -our, -er and -re, one l and two, -ize and -ise; then words of their own, then ways of saying. */
const OR =
  'arm|behavi|cand|clam|col|endeav|fav|ferv|flav|harb|hon|hum|lab|neighb|od|parl|ranc|rig|rum|sav|splend|tum|val|vap|vig'
const LL =
  'cancel|channel|counsel|dial|fuel|label|level|marvel|model|panel|quarrel|signal|total|travel|unravel'
const ISE =
  'analog|anonym|apolog|author|capital|categor|central|character|critic|custom|emphas|energ|familiar|final|general|harmon|hospital|local|maxim|memor|minim|mobil|modern|neutral|normal|organ|personal|priorit|pseudonym|random|real|recogn|scrutin|social|special|stabil|standard|steril|summar|symbol|sympath|synchron|util|visual'
const MONTHS =
  '(January|February|March|April|May|June|July|August|September|October|November|December)'

const words = (list: string, flags = 'gi'): RegExp => new RegExp(`\\b(${list})\\b`, flags)

const WRONG: Readonly<Record<'us' | 'uk', readonly RegExp[]>> = {
  uk: [
    words(`[a-z]*(${ISE})iz(e|ed|es|er|ers|ing|ation|ations)|[a-z]*analyz(e|ed|es|ing)`),
    words(`(dis)?(${OR})or(s|ed|ing|able|ably|ite|ites|ful|hood|hoods|less|ly)?`),
    words('(center|theater|meter|liter|fiber|caliber|somber|luster|saber)(s|ed|ing)?'),
    words(`(${LL})(ed|ing|er|ers|or|ors)`),
    words('programs?|gray|judgments?|licenses?|defense|offense|enroll|fulfill|skillful|aging'),
    words('catalogs?|checkbook|moms?|mommy|pajamas|plow|curb|cozy|skeptic(al|s|ism)?|misspelled'),
    words('an?emi[ac]|hemo[a-rt-z]+|anesthe[a-z]+|pediatr[a-z]+|edema|estrogen|leukemia|diarrhea'),
    words('practic(ed|ing)'),
    words('(can|could|will|would|may|must|should|to|let|me|you|we|they|I|who|people) practice'),
    words('(and|or) practice(?! (roads?|sessions?|talks?|of))'),
    words('vacation|elevator|apartment|parking lot|sidewalk|cell ?phone|gas station|gasoline'),
    words(
      'dispatchers?|zippers?|trash|garbage|gotten|flashlight|drugstore|faucet|diaper|closet|movie theater|truck',
    ),
    words('physician assistant|physicians?|emergency room|anymore|toward|someplace|math|zip code'),
    words('flyers?|hallways?|soccer|stove|candy|attorney|band-?aids?|bandages?|downtown|rides?'),
    words('(in|taken to|back to) the hospital|on (the )?weekends?|holiday lunch|stand in line'),
    words('check ?marks?|checked off|check (the|this) box|check (everybody|what is true)'),
    words(`${MONTHS} \\d{1,2}`, 'g'),
  ],
  us: [
    words(`[a-z]*(${ISE})is(e|ed|es|er|ers|ing|ation|ations)|[a-z]*analys(e|ed|ing)`),
    words(`(dis)?(${OR})our(s|ed|ing|able|ably|ite|ites|ful|hood|hoods|less|ly)?`),
    words('(centre|theatre|metre|litre|fibre|calibre|sombre|lustre|sabre)(s|d)?'),
    words(`(${LL})l(ed|ing|er|ers|or|ors)`),
    words('programmes?|grey|judgements?|licences?|defence|offence|enrol|fulfil|skilful|ageing'),
    words('catalogue|cheques?|mums?|mummy|pyjamas|plough|tyres?|kerb|cosy|sceptic(al|s|ism)?'),
    words('anaemi[ac]|haemo[a-z]+|anaesthe[a-z]+|paediatr[a-z]+|oedema|oestrogen|leukaemia'),
    words('practis(e|ed|es|ing)'),
    words(
      'car park|mobile phone|petrol|rubbish|dustbin|whilst|amongst|learnt|spelt|misspelt|burnt',
    ),
    words('fortnight|rota|jumper|pavement|lorry|nappy|nappies|biscuits?|crisps|cinema|solicitors?'),
    words('postcode|corridors?|leaflets?|supper|chemist|queues?|plasters?|torch|motorway|trousers'),
    words(
      'call handlers?|(no|the) heating|(in|taken to|back to) hospital|at (the )?weekends?|ticks?|ticked|ticking|towards',
    ),
    words(
      '(ring|rang|rung) (you|me|him|them|us|up|back)|than ring|(a|no|give|giving|offer|or) lifts?',
    ),
    words(`\\d{1,2} ${MONTHS}`, 'g'),
  ],
}

/** What no country says: a reader stumbles over it. Whoever stands in a doorway may. */
const NOBODYS: readonly RegExp[] = [
  words('whom|also (when|if|where|what)|contact ways?|heavy themes?|nobody will shout'),
  words('ways? of (a|the) complaint|decided? otherwise|as it stands'),
  words(
    'stands? (first|below|above|now)|still stands? (here|there)|(match|certificate|line) rests',
  ),
  words('stands? in (the|your|their|every|that) (list|lists|register|account|lessons|message)'),
]

/** Right in both: programs of a computer, and a header that its standard spells so. */
const RIGHT = /is a program or a setting|as a program \(eval\)|Authorization: Bearer/

/** What is wrong in a text there. */
export const wrongIn = (country: 'us' | 'uk', text: string): string[] =>
  RIGHT.test(text)
    ? []
    : [...WRONG[country], ...NOBODYS].flatMap((pattern) => text.match(pattern) ?? [])
