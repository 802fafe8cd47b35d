/** Version of this build, as the console shows it. */
declare const __APP_VERSION__: string
