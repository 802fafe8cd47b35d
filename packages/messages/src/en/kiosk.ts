export const kiosk = {
  scan: { title: 'Show the code', hint: 'Hold the card or ticket in front of the camera.' },
  type_code: 'Type the code',
  find_by_name: 'Find by name',
  still_there: 'Still there?',
}
