/** The page around a package's own frame, on the content host. Its script: src/scorm/host/shell.ts. */
import { escape } from '#domain/text/escape.ts'
import type { PackageContent } from '#server/packages/find-content.ts'

const SCRIPTS = { '1.2': 'shell-12.js', '2004': 'shell-2004.js' } as const

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
  'html,body{margin:0;height:100%;position:relative}iframe{width:100%;height:100%;border:0;display:block}' +
  '.over{position:absolute;inset:0;display:flex;flex-direction:column;background:#fff}.over iframe{flex:1;height:auto;min-height:0}' +
  '.over button{font:700 1.125rem/1.3 system-ui,sans-serif;min-height:44px;margin:4px;padding:8px 16px;align-self:flex-start;border:2px solid #14545c;border-radius:2rem;background:#fff;color:#14545c;cursor:pointer}' +
  '.over button:focus-visible{outline:4px solid #1a5fb4;outline-offset:2px}'
