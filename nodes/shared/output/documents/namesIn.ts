/** The names in a text, such as that of a catalogue. */
export const namesIn = (text = ''): string[] => text.split(/\s+/).filter((name) => name !== '');
