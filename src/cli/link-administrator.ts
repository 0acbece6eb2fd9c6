/** A way back in for an administrator who lost the password: a link to choose a new one; a running server makes it itself. */
import { linkForAdministrator } from '#server/people/by-terminal.ts'
import type { Given } from './given.ts'
import { told } from './told.ts'

export const run = ({ words: [signInName = ''] }: Given): Promise<number> =>
  told({ command: 'link-administrator', signInName }, () =>
    linkForAdministrator(signInName, Date.now()),
  )
