/** What the check of a package says, by rule: the file, then a detail. Sentences for whoever uploads it. */
type Say = (file: string, detail: string) => string

const say = <T extends string>(rules: Record<T, Say>): Record<T, Say> => rules

const first = (detail: string): string => detail.split(' ', 1)[0] ?? ''
const second = (detail: string): string => detail.slice(detail.indexOf(' ') + 1)

const size = (bytes: string): string => `${Math.round(Number(bytes) / 1_000_000)} MB`

/** What it is, and what to do. */
const OTHERS: Readonly<Record<string, string>> = {
  cmi5: 'This is a cmi5 course. We do not play cmi5: export it again from your authoring tool as SCORM 1.2 or SCORM 2004',
  xapi: 'This is an xAPI (Tin Can) course. We do not play xAPI: export it again from your authoring tool as SCORM 1.2 or SCORM 2004',
  aicc: 'This is an AICC course. We do not play AICC: export it again from your authoring tool as SCORM 1.2 or SCORM 2004',
  h5p: 'This is an H5P file. Export it as a SCORM package, for example with Lumi, and choose that file',
  'common-cartridge':
    'This is a Common Cartridge from a learning system. It holds a whole course room: export the one activity as SCORM 1.2 or SCORM 2004',
  web: 'These are web pages without a manifest (imsmanifest.xml), so nothing says which one to open. Export the course again as SCORM 1.2 or SCORM 2004, not as web pages',
}

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
  'name-backslash': () =>
    'The names in this zip file are written with backslashes. We read them as folders.',
  'name-server': (file) =>
    `${file} is a program or a setting for a web server. Such files are not taken: export the course again without it.`,
  'name-reserved': (file) =>
    `${file} is a name that Windows keeps for itself. Rename the file and export the course again.`,
  'name-unseen': (file) =>
    `The name ${file} has a letter in it that is not seen, or that turns the others round. Rename the file and export the course again.`,
  'name-control': (file) => `${file || 'A file'} has an empty or unreadable part in its name.`,
  'name-long': (file) => `The name ${file} is too long. A path may have 240 characters.`,
  duplicate: (file) => `${file} is in the zip file twice.`,
  'case-twin': (file, twin) =>
    `${file} and ${twin} differ only by upper and lower case or accents. Some disks hold them for one.`,
  'file-and-folder': (file, other) => `${file} is a file, and a folder for ${other}.`,
  'no-manifest': () => 'There is no imsmanifest.xml. This zip file is not a SCORM package.',
  'other-standard': (file, kind) => `${OTHERS[kind] ?? kind} (${file}).`,
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
  'schema-required': (file, space) =>
    `The control document of ${space} is not in the package, or nothing says which one it is (${file}). ADL’s own checker refuses that.`,
  'href-unlisted': (file, id) =>
    `The resource ${id} opens ${file} but does not list it as a <file>. ADL’s own checker refuses that.`,
  'no-organization': (_, n) =>
    `There is no table of contents. We list what can be opened (${n}), under its identifiers.`,
  'file-unlisted': (file) => `${file} is in the package but not listed in the manifest.`,
  'several-organizations': (_, title) => `There are several tables of contents. We use “${title}”.`,
  submanifest: () => 'There is a manifest within the manifest. We leave it out.',
  'sequencing-ignored': (_, rules) =>
    `This package has rules about the order of its parts (${rules}). They are not followed here: people choose freely.`,
  'mastery-score': () =>
    'A mastery score is set. Some learning systems then judge before the course is finished. Here the package decides; only where it says nothing, its score does, when it has ended.',
  'name-odd': (file) =>
    `${file}: some learning systems take only A–Z, a–z, 0–9, dot, dash and underscore in names.`,
  'name-mjs': (file) => `${file}: many servers do not send .mjs as a script.`,
  'service-worker': (file) => `${file} wants to install a service worker. That is blocked here.`,
  'browser-storage': (file) => `${file} keeps something in the browser. It may be lost.`,
  'inline-eval': (file) =>
    `${file} runs text as a program (eval). Some learning systems refuse that.`,
  'reaches-outside': (file, to) =>
    `${file} loads ${second(to)} from another site (${first(to)}). That is blocked here, so a picture, a film or a font is missing.`,
  'script-outside': (file, to) =>
    `${file} needs ${second(to)} from another site (${first(to)}). That is blocked here, and without it the course will not work. Ask for a package with everything inside.`,
  'link-outside': (file, to) =>
    `${file} links to another site (${first(to)}). From inside a course such a link does not open here; people are told so.`,
  'old-plugin': (file) => `${file} needs a plug-in that browsers no longer have. It shows nothing.`,
  'needs-device': (file) =>
    `${file} asks for a camera, a microphone, the place, or a call. That is blocked here.`,
  'shared-data': () => 'Parts of this package share data with one another. That is not kept here.',
  'reports-nothing': () =>
    'Nothing in this package talks to a learning system. It will be shown as “Opened”, and a coordinator can accept it as done.',
  'reports-no-completion': () =>
    'This package does not report completion. It will be shown as “Opened”, and a coordinator can accept it as done.',
  'completes-at-end': () =>
    'This package never says whether it is finished. It counts as finished when it ends, as the standard says.',
  'mac-leftovers': () => 'Files that a Mac or Windows added (__MACOSX, .DS_Store) are left out.',
  'more-like-this': (_, detail) => `… and ${parseInt(detail)} more like this.`,
})

export type PackageRulesWords = typeof packageRules
