/**
 * From where whoever acts comes: kind of browser and shortened address. The same for all of a request, so that no act has to
 * hand it on (docs/decisions/security-log.md); nobody's where no request is answered.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { deviceNameOf } from '#domain/people/device-name.ts'
import { shortenedAddress } from '#domain/people/network.ts'

export interface FromWhere {
  readonly device: string
  readonly network: string
}

const NOWHERE: FromWhere = { device: '', network: '' }
const asked = new AsyncLocalStorage<FromWhere>()

/** @param agent as the browser says it */
export const actingFrom = <T>(
  { address, agent }: { readonly address: string; readonly agent: string },
  work: () => T,
): T => asked.run({ device: deviceNameOf(agent), network: shortenedAddress(address) }, work)

export const fromWhere = (): FromWhere => asked.getStore() ?? NOWHERE
