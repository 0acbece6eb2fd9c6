/** What the check of a package says, by rule: the file, then a detail. Sentences for whoever uploads it. */
type Say = (file: string, detail: string) => string

const say = <T extends string>(rules: Record<T, Say>): Record<T, Say> => rules

const size = (bytes: string): string => `${Math.round(Number(bytes) / 1_000_000)} MB`

export const packageRules = say({
  'archive-size': (_, bytes) => `The file has ${size(bytes)}. At most 100 MB are taken.`,
  'not-a-zip': () =>
    'This is not a zip file. Export the course as a SCORM package and choose the .zip.',
  truncated: () => 'The end of the zip file is missing. Copy or export it again.',
  damaged: (file, why) =>
    `${file || 'The zip file'} is damaged (${why}). Export the package again.`,
  encrypted: (file) => `${file} is locked with a password. Export the package without one.`,
  method: (file, method) =>
    `${file} is packed in a way that browsers’ tools do not read (method ${method}). Zip it in the ordinary way.`,
  'too-many-files': () => 'The package has more than 5,000 files.',
  'unpacked-size': () => 'Unpacked, the package has more than 500 MB.',
  ratio: (file) =>
    `${file || 'The package'} unpacks to more than 100 times its size. That is how a zip bomb looks.`,
  link: (file) => `${file} is a link or a device, not a file.`,
  'name-outside': (file) => `${file} would be unpacked outside the package.`,
  'name-backslash': (file) =>
    `${file} is written with backslashes. Zip the package with another program.`,
  'name-control': (file) => `${file || 'A file'} has an empty or unreadable part in its name.`,
  'name-long': (file) => `The name ${file} is too long. A path may have 240 characters.`,
  duplicate: (file) => `${file} is in the zip file twice.`,
  'case-twin': (file, twin) =>
    `${file} and ${twin} differ only by upper and lower case or accents. Some disks hold them for one.`,
  'file-and-folder': (file, other) => `${file} is a file, and a folder for ${other}.`,
  'no-manifest': () => 'There is no imsmanifest.xml. This zip file is not a SCORM package.',
  'manifest-in-folder': (file) =>
    `The manifest is at ${file}. It must lie at the top: zip what is in the folder, not the folder.`,
  'manifest-case': (file) =>
    `The manifest is called ${file}. It must be called imsmanifest.xml, in lower case.`,
  'manifest-size': () => 'imsmanifest.xml has more than 5 MB.',
  encoding: (file) =>
    `${file} is not written in the encoding that it names, or in one that we do not read.`,
  dtd: (file) => `${file} has a document type (DOCTYPE). For safety that is not taken.`,
  'not-xml': (file, why) => `${file} cannot be read as XML: ${why}`,
  'not-a-manifest': (file, root) => `${file} begins with <${root}>, not with <manifest>.`,
  'standard-unknown': (file, version) =>
    `${file} does not say SCORM 1.2 or 2004${version ? ` but “${version}”` : ''}.`,
  'nothing-to-launch': (file) => `${file} names nothing that a learner could open.`,
  'too-many-items': (_, n) => `The package has ${n} parts. At most 200 are taken.`,
  'launch-missing': (file) => `The page that a learner opens, ${file}, is not in the package.`,
  'launch-case': (file, twin) => `The manifest opens ${file}, but the file is called ${twin}.`,
  'launch-outside': (_, id) => `The part ${id} is opened from another site, not from the package.`,
  'schema-invalid': (file, why) => `${file} does not keep to the official schema: ${why}`,
  'version-missing': (file, standard) =>
    `${file} does not say its version. We take it for SCORM ${standard}.`,
  'identifier-twice': (_, id) => `The identifier ${id} is used twice.`,
  'identifier-malformed': (_, id) =>
    `The identifier ${id} begins with a digit or has a space or a sign in it.`,
  'reference-dangling': (_, id) => `Something refers to ${id}, but nothing has this identifier.`,
  'type-case': (_, names) =>
    `The type is written in the wrong case (${names}). We read it all the same.`,
  'type-missing': (_, id) => `The resource ${id} does not say whether it reports results.`,
  'file-missing': (file) => `${file} is listed but not in the package.`,
  'file-case': (file, twin) => `${file} is listed, but the file is called ${twin}.`,
  'href-outside': (_, href) => `${href} is listed but leads out of the package.`,
  'schema-not-packed': (file) =>
    `The control document ${file === 'imsmanifest.xml' ? 'that the manifest needs' : file} is not in the package. Some learning systems refuse that.`,
  'file-unlisted': (file) => `${file} is in the package but not listed in the manifest.`,
  'several-organizations': (_, title) => `There are several tables of contents. We use “${title}”.`,
  submanifest: () => 'There is a manifest within the manifest. We leave it out.',
  'sequencing-ignored': (_, rules) =>
    `This package has rules about the order of its parts (${rules}). They are not followed here: people choose freely.`,
  'mastery-score': () =>
    'A mastery score is set. Some learning systems then judge before the course is finished; here the package decides.',
  'name-odd': (file) =>
    `${file}: some learning systems take only A–Z, a–z, 0–9, dot, dash and underscore in names.`,
  'name-mjs': (file) => `${file}: many servers do not send .mjs as a script.`,
  'service-worker': (file) => `${file} wants to install a service worker. That is blocked here.`,
  'browser-storage': (file) => `${file} keeps something in the browser. It may be lost.`,
  'inline-eval': (file) =>
    `${file} runs text as a program (eval). Some learning systems refuse that.`,
  'reaches-outside': (file, address) =>
    `${file} loads ${address} from another site. That is blocked here, so a picture, a film or a font may be missing.`,
  'mac-leftovers': () => 'Files that a Mac or Windows added (__MACOSX, .DS_Store) are left out.',
  'more-like-this': (_, detail) => `… and ${parseInt(detail)} more like this.`,
})

export type PackageRulesWords = typeof packageRules
