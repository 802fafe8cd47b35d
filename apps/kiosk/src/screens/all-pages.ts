export { Notices } from './notices'
export { Queue } from './queue'
export { Tablet } from './tablet'
export { Typing } from './typing'
