/** The form of a package, as a browser sends it. */
import { entries } from '#tests/scorm/manifests.ts'
import { makeZip } from '#tests/scorm/make-zip.ts'

export function uploadOf(fields: Readonly<Record<string, string>>): { type: string; body: Buffer } {
  const part = (name: string, more: string, content: string | Buffer): Buffer =>
    Buffer.concat([
      Buffer.from(`--two\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`),
      Buffer.from(content),
      Buffer.from('\r\n'),
    ])
  const zip = makeZip(entries('1.2'))
  return {
    type: 'multipart/form-data; boundary=two',
    body: Buffer.concat([
      ...Object.entries(fields).map(([name, value]) => part(name, '', value)),
      part('package', '; filename="tea.zip"\r\nContent-Type: application/zip', zip),
      Buffer.from('--two--\r\n'),
    ]),
  }
}
