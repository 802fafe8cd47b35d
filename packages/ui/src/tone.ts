/** What a colour says; an icon or a word always says it too. */
export type Tone = 'neutral' | 'brand' | 'ok' | 'warn' | 'danger' | 'info'
