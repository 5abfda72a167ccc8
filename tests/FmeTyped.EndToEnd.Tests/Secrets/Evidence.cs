using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace FmeTyped.EndToEnd.Tests.Secrets;

/// <summary>All texts that leave the client on another way than the wire: logs, activities, metrics, exceptions, and what a debugger shows.</summary>
internal sealed class Evidence : ILoggerProvider, ILogger
{
    private readonly ConcurrentDictionary<string, string> _leaks = new();
    private readonly ConcurrentDictionary<string, int> _counts = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();

    public Evidence()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Take,
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Take(instrument, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Take(instrument, tags));
        _meters.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Take(instrument, tags));
        _meters.Start();
    }

    /// <summary>Where which secret was found.</summary>
    public IReadOnlyCollection<string> Leaks => [.. _leaks.Select(leak => $"{leak.Key}: {leak.Value}").Order(StringComparer.Ordinal)];

    /// <summary>How many texts of a kind there were.</summary>
    public int CountOf(string kind) => _counts.GetValueOrDefault(kind);

    /// <summary>Takes a text down.</summary>
    public void Take(string kind, string place, string? text)
    {
        _counts.AddOrUpdate(kind, 1, static (_, count) => count + 1);
        if (text is not null && Marker.FindIn(text) is { } found)
        {
            _leaks.TryAdd($"{kind} {place} shows {found}", text.Length > 600 ? text[..600] : text);
        }
    }

    /// <summary>Takes down all that a debugger shows of an object, and its text.</summary>
    public void Take(string place, object? value)
    {
        foreach ((string path, string text) in DebuggerView.From(value))
        {
            Take("debugger", $"{place}: {value?.GetType().Name}{path}", text);
        }
    }

    /// <summary>Takes down all that an exception tells.</summary>
    public void Take(string place, Exception exception)
    {
        TakeTexts("exception", place, exception);
        Take(place, (object)exception);
    }

    private void TakeTexts(string kind, string place, Exception exception)
    {
        foreach (string? text in new[] { exception.ToString(), exception.Message, exception.HelpLink, exception.Source, exception.StackTrace })
        {
            Take(kind, place, text);
        }

        foreach (System.Collections.DictionaryEntry entry in exception.Data)
        {
            Take(kind, place, $"{entry.Key}={entry.Value}");
        }

        foreach (Exception inner in exception is AggregateException all ? all.InnerExceptions : exception.InnerException is { } one ? [one] : [])
        {
            TakeTexts(kind, place, inner);
        }
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => this;

    IDisposable? ILogger.BeginScope<TState>(TState state)
    {
        Take("log", "scope", state.ToString());
        TakeFields("scope", state);
        return null;
    }

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Take("log", eventId.Name ?? "", formatter(state, exception));
        TakeFields(eventId.Name ?? "", state);
        if (exception is not null)
        {
            TakeTexts("log", eventId.Name ?? "", exception);
        }
    }

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private void TakeFields(string place, object? state)
    {
        foreach ((string name, object? value) in state as IEnumerable<KeyValuePair<string, object?>> ?? [])
        {
            Take("log", $"{place}.{name}", value?.ToString());
            if (value is Exception exception)
            {
                TakeTexts("log", $"{place}.{name}", exception);
            }
        }
    }

    private void Take(Activity activity)
    {
        Take("activity", activity.OperationName, activity.DisplayName);
        Take("activity", activity.OperationName, activity.StatusDescription);
        IEnumerable<KeyValuePair<string, object?>> all = activity.TagObjects
            .Concat(activity.Events.SelectMany(each => each.Tags.Append(new("name", each.Name))))
            .Concat(activity.Baggage.Select(each => new KeyValuePair<string, object?>(each.Key, each.Value)));
        foreach ((string name, object? value) in all)
        {
            Take("activity", $"{activity.OperationName}.{name}", value?.ToString());
        }
    }

    private void Take(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach ((string name, object? value) in tags)
        {
            Take("metric", $"{instrument.Name}.{name}", value?.ToString());
        }
    }
}
