/**
 * The style sheet of a package in two: what its first page is drawn with, in first.css with the typefaces, and the rest in
 * player.css, which comes once that page stands. The second says most rules of the first again, each in its place: so
 * nothing looks otherwise than by one sheet, whichever rule comes before which. It need not say those again that can
 * match nothing but `<html>` and what stands around the pages, since no rule that is in the second alone matches these.
 */
import postcss, { type Rule } from 'postcss'
import { removed } from './leave-out.ts'

/** Code that draws: the shell around the pages, the first page, all others. */
export interface Drawers {
  readonly shell: string
  readonly first: string
  readonly others: string
}

export function sheetsFor(css: string, by: Drawers): { first: string; rest: string } {
  const isDrawn = drawnBy(by.shell + by.first)
  const ofPages = namesIn(by.first + by.others)
  const ofShell = namesIn(by.shell).filter((name) => !ofPages.includes(name))
  const isAround = (selector: string): boolean =>
    /^:root[^\s>+~]*$/.test(selector) || classesOf(selector).some((name) => ofShell.includes(name))

  const first = postcss.parse(css)
  first.walkRules((rule) => {
    const drawn = rule.selectors.filter(isDrawn)
    // Nobody prints before the second has come.
    if (drawn.length > 0 && !isOnPaper(rule)) rule.selectors = drawn
    else removed(rule)
  })
  const rest = postcss.parse(css)
  rest.walkRules((rule) => {
    const isSaid = rule.selectors.every((one) => isDrawn(one) && isAround(one))
    if (isSaid && !isOnPaper(rule)) removed(rule)
  })
  rest.walkAtRules('font-face', (face) => {
    face.remove()
  })
  return { first: first.toString(), rest: rest.toString() }
}

const isOnPaper = ({ parent }: Rule): boolean =>
  parent?.type === 'atrule' && 'params' in parent && parent.params === 'print'

/** Classes in drawings; of `status--${kind}` the beginning. */
const namesIn = (code: string): string[] =>
  all(code, /\bclass="([^"]*)"/g).flatMap((names) => names.split(/\s+/))

/** Whether what a selector names may be drawn by this code. What is said of others (`:not`, `:has` …) is no matter. */
function drawnBy(code: string): (selector: string) => boolean {
  const names = namesIn(code)
  const beginnings = all(names.join(' '), /([\w-]+)\$\{/g)
  const tags = ['html', 'body', ...all(code, /<([a-z][a-z0-9]*)/g)]
  const isDrawn = (name: string): boolean =>
    names.includes(name) || beginnings.some((beginning) => name.startsWith(beginning))
  return (selector) =>
    classesOf(selector).every(isDrawn) && tagsOf(selector).every((tag) => tags.includes(tag))
}

const classesOf = (selector: string): string[] => all(plain(selector), /\.([\w-]+)/g)
const tagsOf = (selector: string): string[] =>
  all(plain(selector).replaceAll(/[.#][\w-]+/g, ''), /([a-z][a-z0-9]*)/g)

const plain = (selector: string): string =>
  withoutGroups(selector).replaceAll(/\[[^\]]*\]|::?[\w-]+/g, '')

const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found)

/** `a:is(b,c:not(d))` without its brackets and what stands in them. */
function withoutGroups(selector: string): string {
  const less = selector.replaceAll(/\([^()]*\)/g, '')
  return less === selector ? selector : withoutGroups(less)
}
