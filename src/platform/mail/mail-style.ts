/** The style sheet of the mails; `accent` is readable on white, `light` on black. */
export function mailStyle(accent: string, light: string): string {
  return `:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 0; background: #f3f5f7; color: #1b2430; font: 16px/1.55 -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
.page { max-width: 600px; margin: 24px auto; padding: 28px 32px; background: #ffffff; border-radius: 8px; border-top: 4px solid ${accent}; overflow-wrap: anywhere; }
.from { color: ${accent}; font-size: 18px; font-weight: 600; margin-bottom: 20px; }
p, ul, table { margin: 0 0 16px; }
ul { padding-left: 22px; }
a { color: ${accent}; }
table { width: 100%; border-collapse: collapse; font-size: 15px; }
caption { text-align: left; font-weight: 600; padding-bottom: 6px; }
th, td { text-align: left; vertical-align: top; padding: 8px 10px 8px 0; border-bottom: 1px solid #d5dbe2; }
thead th { color: #56616f; font-size: 13px; }
tbody th { font-weight: 600; }
td:last-child:not(:first-child), thead th:last-child:not(:first-child) { text-align: right; padding-right: 0; }
.notice { margin: 0 0 16px; padding: 12px 16px; background: #f3f5f7; border-left: 4px solid ${accent}; border-radius: 4px; }
.notice p { margin: 0; }
.action { margin: 24px 0 10px; }
.address, .footer { color: #56616f; font-size: 13px; }
.signature { margin-top: 24px; }
.footer { margin-top: 24px; padding-top: 14px; border-top: 1px solid #d5dbe2; }
@media (max-width: 480px) { .page { margin: 0; border-radius: 0; padding: 22px 18px; } .button { display: block !important; text-align: center; } }
@media (prefers-color-scheme: dark) {
body { background: #12161b; color: #e8ecf1; }
.page { background: #1b2129; border-top-color: ${light}; }
.from, a { color: ${light}; }
th, td, .footer { border-color: #3a444f; }
.notice { background: #252d37; border-left-color: ${light}; }
.address, .footer, thead th { color: #a9b4c0; }
}`;
}
