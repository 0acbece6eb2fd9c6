/** What a browser is called in a list of devices: enough to know one's own again, too little to tell anybody apart by it. */
export const BROWSERS = ['edge', 'opera', 'samsung', 'firefox', 'chrome', 'safari'] as const
export const SYSTEMS = ['android', 'ios', 'windows', 'chromeos', 'mac', 'linux'] as const
export type Browser = (typeof BROWSERS)[number]
export type System = (typeof SYSTEMS)[number]

export interface DeviceName {
  /** Null for one that we have no name for. */
  readonly browser: Browser | null
  readonly system: System | null
}

/** The first that fits: many call themselves Chrome or Safari besides. */
const BROWSER_SIGNS: Readonly<Record<Browser, RegExp>> = {
  edge: /\bEdg(?:e|A|iOS)?\//,
  opera: /\bOPR\//,
  samsung: /\bSamsungBrowser\//,
  firefox: /\b(?:Firefox|FxiOS)\//,
  chrome: /\b(?:Chrome|CriOS|Chromium)\//,
  safari: /\bSafari\//,
}

const SYSTEM_SIGNS: Readonly<Record<System, RegExp>> = {
  android: /\bAndroid\b/,
  ios: /\b(?:iPhone|iPad|iPod)\b/,
  windows: /\bWindows\b/,
  chromeos: /\bCrOS\b/,
  mac: /\bMacintosh\b/,
  linux: /\bLinux\b/,
}

/** @param agent the request's `User-Agent`, of any length; '' for none @returns for example `firefox android`, `- -` for unknown */
export function deviceNameOf(agent: string): string {
  const said = agent.slice(0, 500)
  const browser = BROWSERS.find((one) => BROWSER_SIGNS[one].test(said))
  const system = SYSTEMS.find((one) => SYSTEM_SIGNS[one].test(said))
  return `${browser ?? '-'} ${system ?? '-'}`
}

/** @param name as `deviceNameOf` wrote it; '' of before it was written */
export function readDeviceName(name: string): DeviceName {
  const [browser, system] = name.split(' ')
  return {
    browser: BROWSERS.find((one) => one === browser) ?? null,
    system: SYSTEMS.find((one) => one === system) ?? null,
  }
}
