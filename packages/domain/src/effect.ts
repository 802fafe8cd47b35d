/** Changes as data, by their type: `D` names the types and what each carries. */
export type EffectOf<D, T extends keyof D = keyof D> = {
  readonly [K in T]: { readonly type: K } & Readonly<D[K]>
}[T]

/** One function for every type of change; a type without one does not compile. */
export type EffectTakers<D, A extends readonly unknown[]> = {
  readonly [K in keyof D]: (...args: [...A, effect: EffectOf<D, K>]) => void
}
