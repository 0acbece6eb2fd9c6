/** A visitor has nobody's key: only who says that the device is theirs alone leaves words on it. */
import { person } from './ours.ts'
import { isOwnDevice, setOwnDevice } from './typed.ts'

export function askWhoseDevice(said: (isOwn: boolean) => void): void {
  const place = document.querySelector<HTMLElement>('[data-own-device]')
  const tick = place?.querySelector('input')
  if (!place || !tick || person) return
  place.hidden = false
  tick.checked = isOwnDevice()
  tick.addEventListener('change', () => {
    setOwnDevice(tick.checked)
    said(tick.checked)
  })
}
