/** The page around a package's own frame, on the content host. Its script: src/scorm/host/shell.ts. */
import type { PackageContent } from '#server/find-content.ts'

const SCRIPTS = { '1.2': 'shell-12.js', '2004': 'shell-2004.js' } as const

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

export const shellPage = ({ standard, title }: PackageContent, origin: string): string =>
  `<!doctype html>
<html lang="">
<meta charset="utf-8">
<meta name="platform" content="${escape(origin)}">
<title>${escape(title)}</title>
<link rel="stylesheet" href="/shell/shell.css">
<iframe title="${escape(title)}"></iframe>
<script src="/shell/${SCRIPTS[standard]}"></script>
</html>
`

export const SHELL_STYLE =
  'html,body{margin:0;height:100%}iframe{width:100%;height:100%;border:0;display:block}'
