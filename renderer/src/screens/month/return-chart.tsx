import { Area, CartesianGrid, ComposedChart, Line, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import chartClasses from './chart.module.css';
import { type ReturnPoint, returnDays } from './return-curve.ts';

const days = [0, 30, 60, 90, returnDays];

/** The share of newcomers who came back, by days since the first visit, with its limits and a grey tail. */
export const ReturnChart = ({
  points,
  percent,
  dayWords,
}: {
  points: readonly ReturnPoint[];
  percent: (share: number) => string;
  dayWords: (day: number) => string;
}) => (
  <div className={chartClasses.chart} aria-hidden>
    <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 600, height: 200 }}>
      <ComposedChart
        data={[...points]}
        margin={{ top: 8, right: 24, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid stroke="var(--line)" />
        <XAxis
          dataKey="t"
          type="number"
          domain={[0, returnDays]}
          ticks={days}
          tickFormatter={dayWords}
          tickLine={false}
          axisLine={{ stroke: 'var(--line-2)' }}
        />
        <YAxis
          domain={[0, 1]}
          ticks={[0, 0.25, 0.5, 0.75, 1]}
          tickFormatter={percent}
          tickLine={false}
          axisLine={false}
          width={56}
        />
        <Area
          type="stepAfter"
          dataKey="range"
          stroke="none"
          fill="var(--h3)"
          fillOpacity={0.45}
          isAnimationActive={false}
          activeDot={false}
        />
        <Line
          type="stepAfter"
          dataKey="back"
          stroke="var(--accent)"
          strokeWidth={2.5}
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
        <Line
          type="stepAfter"
          dataKey="tail"
          stroke="var(--line-2)"
          strokeWidth={2}
          strokeDasharray="4 4"
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
      </ComposedChart>
    </ResponsiveContainer>
  </div>
);
