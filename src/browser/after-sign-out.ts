/** A page that the browser kept in memory is not shown again after its person has signed out: it asks the server anew. */
const KEY = 'signed-out'
const drawnAt = Date.now()

const signedOutAt = (): number => {
  try {
    return Number(localStorage.getItem(KEY))
  } catch {
    return 0
  }
}

document.addEventListener('submit', (event) => {
  const isSignOut = event.target instanceof HTMLFormElement && event.target.matches('.sign-out')
  if (!isSignOut || event.defaultPrevented) return
  try {
    localStorage.setItem(KEY, String(Date.now()))
    // From now on the course opens here for nobody (offline/this-device.ts).
    localStorage.removeItem('device')
  } catch {
    // This device keeps nothing: then only its own way of keeping pages is left.
  }
})

// Only pages of somebody: what a visitor reads may stay.
if (document.querySelector('form.sign-out'))
  addEventListener('pageshow', () => {
    if (signedOutAt() <= drawnAt) return
    document.documentElement.hidden = true
    location.reload()
  })
