import { create } from 'qrcode'

/** A QR code as SVG: black on white, four quiet squares around it, nothing asked of anybody. */
export function qrOf(text: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const { size, data } = modules
  let path = ''
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) if (data[y * size + x]) path += `M${x + 4} ${y + 4}h1v1h-1z`
  const side = size + 8
  return `<svg class="qr" viewBox="0 0 ${side} ${side}" aria-hidden="true" focusable="false"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" d="${path}"/></svg>`
}
