/**
 * Why nobody can listen at this port, in words; undefined for any other reason. Plain JavaScript, because the
 * starter asks before anything is installed, and the front door again.
 * @param {unknown} code of the error that listening made
 * @param {number} port
 * @returns {string | undefined}
 */
export function portWords(code, port) {
  const another = `choose another: PORT=${port === 4321 ? 4322 : 4321} npm start`
  if (code === 'EADDRINUSE')
    return `Another program already listens at port ${port}: stop it, or ${another}`
  if (code === 'EACCES')
    return `Only an administrator may listen at port ${port} (PORT): ${another}`
  return undefined
}
