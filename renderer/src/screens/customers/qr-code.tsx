import { useMemo } from 'react';
import { qrPath } from './qr-path.ts';

/** Light modules drawn around the code; with the white of the card around them readers have the four they need. */
const quietZone = 2;

/** A QR code, always dark on white: many readers cannot read the opposite. */
export const QrCode = ({
  text,
  label,
  className,
}: {
  text: string;
  label: string;
  className?: string | undefined;
}) => {
  const { size, path } = useMemo(() => qrPath(text), [text]);
  const whole = size + 2 * quietZone;
  return (
    <svg
      className={className}
      viewBox={`${-quietZone} ${-quietZone} ${whole} ${whole}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect x={-quietZone} y={-quietZone} width={whole} height={whole} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
};
