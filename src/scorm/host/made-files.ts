/** Files that a package makes itself: kept by their address, since no connection may be made to ask for them again. */

/** More would only fill memory. */
const MOST_BYTES = 50_000_000

/** Remembers each file that gets an address, until it is taken back a minute later than the package says. */
export function rememberFiles(window: Window & typeof globalThis, known: Map<string, Blob>): void {
  const { URL } = window
  const create = URL.createObjectURL.bind(URL)
  const revoke = URL.revokeObjectURL.bind(URL)
  URL.createObjectURL = (of) => {
    const address = create(of)
    if (of instanceof window.Blob) known.set(address, of)
    return address
  }
  URL.revokeObjectURL = (address) => {
    window.setTimeout(() => known.delete(address), 60_000)
    revoke(address)
  }
}

/** Null for what is not known, or too large. @param address `blob:` or `data:` */
export async function bytesOf(
  address: string,
  known: ReadonlyMap<string, Blob>,
): Promise<ArrayBuffer | null> {
  const blob = known.get(address)
  if (blob) return blob.size <= MOST_BYTES ? blob.arrayBuffer() : null
  const [, base64, data] = /^data:[^,]*?(;base64)?,([^]*)$/i.exec(address) ?? []
  if (data === undefined || data.length > MOST_BYTES) return null
  try {
    const text = decodeURIComponent(data)
    return base64
      ? Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer
      : new TextEncoder().encode(text).buffer
  } catch {
    return null
  }
}
