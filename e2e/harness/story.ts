/** For browser stories: the filmed camera and the built server with its demo, in one `test`. */
import { mergeTests } from 'playwright/test'
import { test as cameraTest } from './test'
import { test as serverTest } from './server-test'

export const test = mergeTests(cameraTest, serverTest)

export { expect } from 'playwright/test'
