namespace FmeTyped.Schema.Model;

/// <summary>Which parts a date-time parameter has. A source that does not say leaves it open.</summary>
internal enum DateTimeForm
{
    Any,
    Date,
    Time,
    DateTime,
}
