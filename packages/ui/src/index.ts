export { cx } from './cx'
export {
  createLanguage,
  type LanguageProviderProps,
  type TextValue,
  useCommonText,
  useFormat,
} from './language'
export { Avatar, initialsOf } from './light/avatar'
export { Badge, type BadgeProps } from './light/badge'
export {
  Button,
  buttonClass,
  type ButtonLook,
  type ButtonProps,
  IconButton,
  type IconButtonProps,
  LinkButton,
  type LinkButtonProps,
} from './light/button'
export { Dialog, type DialogProps } from './light/dialog'
export { EmptyState, type EmptyStateProps } from './light/empty-state'
export {
  FieldNote,
  TextArea,
  type TextAreaProps,
  TextField,
  type TextFieldProps,
} from './light/field'
export { Illustration, type IllustrationName } from './light/illustration'
export { LanguagePicker, type LanguagePickerProps } from './light/language-picker'
export { Logo, LogoMark } from './light/logo'
export { Notice, type NoticeProps } from './light/notice'
export { Perforation } from './light/perforation'
export { Skeleton, SkeletonBar } from './light/skeleton'
export { StampRow, type StampRowProps } from './light/stamp-row'
export { TicketCard, type TicketCardProps } from './light/ticket-card'
export { VisuallyHidden } from './light/visually-hidden'
export type { Tone } from './tone'
