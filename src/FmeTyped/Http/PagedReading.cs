using System.Text.Json;

namespace FmeTyped;

/// <summary>Ensures that reading a list page by page ends, whatever the server says about its length.</summary>
/// <param name="context">Describes the operation, for errors.</param>
/// <param name="mostPages">The maximum number of pages.</param>
internal sealed class PagedReading(ErrorContext context, int mostPages = 1000)
{
    private string? _previous;
    private int _pages;

    /// <summary>Checks a page before it is used.</summary>
    /// <exception cref="FmeProtocolException">The page repeats the previous one, or there are more pages than a server can have.</exception>
    public void Add(JsonElement items)
    {
        string page = items.GetRawText();
        if (page == _previous)
        {
            throw new FmeProtocolException(
                $"Could not {context.Operation}: the server shows the same page again in place of the next, so the list cannot be read to its end.", context);
        }

        if (++_pages > mostPages)
        {
            throw new FmeProtocolException($"Could not {context.Operation}: after {mostPages} pages there are still more, as if the list had no end.", context);
        }

        _previous = page;
    }
}
