export { AppShell, type AppShellProps } from './app-shell'
export { CapacityBar, type CapacityBarProps, type CapacityPart } from './capacity-bar'
export {
  BarChart,
  type BarChartProps,
  type BarDatum,
  Sparkline,
  type SparklineProps,
} from './charts'
export { Checkbox, CheckboxGroup, type CheckboxGroupProps, type CheckboxProps } from './checkbox'
export { ConsoleProvider } from './console-provider'
export { CopyButton, type CopyButtonProps } from './copy-button'
export { Countdown, type CountdownProps } from './countdown'
export { type DescriptionItem, DescriptionList } from './description-list'
export { FilterBar, FilterChip, type FilterChipProps } from './filter-chips'
export { fieldNameOf, Form, type FormProps, type PointerError } from './form'
export { KeyHint } from './key-hint'
export { type Lane, LaneChart, type LaneChartProps } from './lane-chart'
export { type LaneValue, stepFor } from './lanes'
export { MenuButton, type MenuButtonProps, type MenuEntry } from './menu'
export {
  ConfirmDialog,
  type ConfirmDialogProps,
  Modal,
  ModalActions,
  type ModalProps,
} from './modal'
export { NumberField, type NumberFieldProps } from './number-field'
export { PageHeader, type PageHeaderProps } from './page-header'
export { RadioGroup, type RadioGroupProps } from './radio-group'
export { SearchField, type SearchFieldProps } from './search-field'
export { type Option, Select, type SelectProps } from './select'
export { type LinkProps, type NavGroup, type NavItem, SideNav, type SideNavProps } from './side-nav'
export { SidePanel, type SidePanelProps, SplitView } from './side-panel'
export { Stat, type StatProps } from './stat'
export { StatusDot, type StatusDotProps } from './status-dot'
export { Switch, type SwitchProps } from './switch'
export { type Column, Table, type TableProps } from './table'
export { type TabItem, Tabs, type TabsProps } from './tabs'
export {
  FormTextArea,
  type FormTextAreaProps,
  FormTextField,
  type FormTextFieldProps,
} from './text-field'
export { Timeline, type TimelineItem } from './timeline'
export { type Toast, ToastProvider, useToast } from './toasts'
export { Tooltip, type TooltipProps } from './tooltip'
export { useMedia } from './use-media'
