import { backup } from './backup.command'
import type { Command } from './command'
import { exportCommand } from './export.command'
import { restore } from './restore.command'
import { restored } from './restored.command'
import { rotate } from './rotate.command'
import { verify } from './verify.command'

export const COMMANDS: readonly Command[] = [
  verify,
  exportCommand,
  backup,
  restore,
  restored,
  rotate,
]
