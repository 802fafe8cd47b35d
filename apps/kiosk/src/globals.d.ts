/** Version of this build, as the console shows it. */
declare const APP_VERSION: string
