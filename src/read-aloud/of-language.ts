/** Whether a voice of this device may read a language: none that sends the text to a company's server. */
export const mayRead = (
  { lang, localService }: Pick<SpeechSynthesisVoice, 'lang' | 'localService'>,
  language: string,
): boolean => localService && lang.toLowerCase().split(/[-_]/)[0] === language
