import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceDot,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import chartClasses from './chart.module.css';

/** The share of money from the best share of customers; the dotted line is where all would bring the same. */
export const ParetoChart = ({
  curve,
  top,
  percent,
}: {
  curve: readonly { readonly customers: number; readonly revenue: number }[];
  /** The share of money of the best fifth. */
  top: number;
  percent: (share: number) => string;
}) => (
  <div className={chartClasses.chart} aria-hidden>
    <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 280, height: 200 }}>
      <ComposedChart
        data={curve.map((point) => ({ ...point, equal: point.customers }))}
        margin={{ top: 8, right: 26, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid stroke="var(--line)" />
        <XAxis
          dataKey="customers"
          type="number"
          domain={[0, 1]}
          ticks={[0, 0.2, 0.5, 1]}
          tickFormatter={percent}
          tickLine={false}
          axisLine={{ stroke: 'var(--line-2)' }}
        />
        <YAxis
          domain={[0, 1]}
          ticks={[0, 0.5, 1]}
          tickFormatter={percent}
          tickLine={false}
          axisLine={false}
          width={52}
        />
        <Area
          dataKey="revenue"
          stroke="var(--accent)"
          strokeWidth={2.5}
          fill="var(--h2)"
          fillOpacity={0.6}
          isAnimationActive={false}
          activeDot={false}
        />
        <Line
          dataKey="equal"
          stroke="var(--line-2)"
          strokeDasharray="3 4"
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
        <ReferenceDot
          x={0.2}
          y={top}
          r={5}
          fill="var(--accent)"
          stroke="none"
          label={{ value: percent(top), position: 'right', offset: 10 }}
        />
      </ComposedChart>
    </ResponsiveContainer>
  </div>
);
