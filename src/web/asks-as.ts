import type { WhoAsks } from '#server/access/session.ts'

/** Whoever has not shown a second factor yet is a visitor to every page but the one that asks for it. */
export function asksAs(locals: App.Locals, asks: WhoAsks | null): void {
  const isEntering = asks?.signedIn.factor === 'to-show'
  locals.entering = isEntering ? asks : null
  locals.signedIn = isEntering ? null : (asks?.signedIn ?? null)
  locals.person = isEntering ? null : (asks?.person ?? null)
}
