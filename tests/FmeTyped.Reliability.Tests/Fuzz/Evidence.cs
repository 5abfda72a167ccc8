using System.Collections;
using System.Diagnostics;
using System.Net;
using System.Text;
using Microsoft.Extensions.Logging;

namespace FmeTyped.Reliability.Tests.Fuzz;

/// <summary>All that is told of a call: its log, its traces, its exceptions with all that is in them.</summary>
internal sealed class Evidence : ILogger<FmeFlowClient>
{
    private static readonly AsyncLocal<Evidence?> Current = new();

    private readonly StringBuilder _texts = new();

    static Evidence() => ActivitySource.AddActivityListener(new ActivityListener
    {
        ShouldListenTo = static source => source.Name == "FmeTyped",
        Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
        ActivityStopped = static activity => Current.Value?.Add(
            $"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects.Select(tag => tag.Value))} "
            + string.Join(' ', activity.Events.SelectMany(entry => entry.Tags).Select(tag => tag.Value))),
    });

    /// <summary>The secret that shows somewhere, with what shows it; null where none does.</summary>
    public string? FindLeak(IReadOnlyList<string> secrets)
    {
        string text = _texts.ToString();
        return secrets.SelectMany(secret => new[] { secret, Uri.EscapeDataString(secret), WebUtility.HtmlEncode(secret) }).Distinct()
            .Where(form => text.Contains(form, StringComparison.Ordinal))
            .Select(form => $"'{form}' shows: ...{text.Substring(Math.Max(0, text.IndexOf(form, StringComparison.Ordinal) - 300), 300)}").FirstOrDefault();
    }

    /// <summary>Begins anew, and hears the traces of what is called from here on.</summary>
    public void Begin()
    {
        _texts.Clear();
        Current.Value = this;
    }

    public void Add(Exception exception)
    {
        Add(exception.ToString());
        for (Exception? inner = exception; inner is not null; inner = inner.InnerException)
        {
            Add(inner is FmeException { ServerMessage: var said } ? said : inner.Message);
            foreach (DictionaryEntry entry in inner.Data)
            {
                Add($"{entry.Key} {entry.Value}");
            }
        }
    }

    public void Add(string? text)
    {
        lock (_texts)
        {
            _texts.AppendLine(text);
        }
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Add($"{formatter(state, exception)} {exception}");
}
