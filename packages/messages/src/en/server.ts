export const server = {
  mail: { greeting: ({ name }: { readonly name: string }) => `Hello ${name},` },
}
