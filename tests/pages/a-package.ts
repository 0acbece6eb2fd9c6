/** A package that is placed in kidney: only its rows, for pages that show it without its content. */
import { write } from '#db/client.ts'
import { insertPackage, insertPackageVersion } from '#db/packages.ts'
import type { Content } from '#domain/packages/part.ts'
import { newId } from '#server/trail/new-id.ts'

const PACKAGE = 'Tea from elsewhere'

const content: Content = {
  standard: '1.2',
  schemaVersion: '1.2',
  title: PACKAGE,
  items: [
    {
      identifier: 'tea',
      title: PACKAGE,
      kind: 'sco',
      path: 'index.html',
      query: '',
      launchData: '',
      masteryScore: '',
      maxTimeAllowed: '',
      timeLimitAction: '',
      completionThreshold: '',
      passingScore: '',
    },
  ],
}

/** @param id that it gets @param by who imported it */
export async function placeTea(id: string, by: string, now: number): Promise<void> {
  const version = newId(now)
  const row = { id, programme: 'kidney', version, createdBy: by, createdAt: now, placedAt: now }
  await write([
    insertPackage({ ...row, titleEn: PACKAGE, titleEs: PACKAGE }),
    insertPackageVersion({
      id: version,
      package: id,
      sha256: 'a'.repeat(64),
      fileName: 'tea.zip',
      manifest: JSON.stringify(content),
      findings: '[]',
      zippedBytes: 1000,
      unpackedBytes: 2000,
      files: 2,
      uploadedBy: by,
      uploadedAt: now,
    }),
  ])
}
