using System.Text.Json;

namespace FmeTyped;

/// <summary>Sees to it that a list has an end that is read page by page, whatever the server says of its length.</summary>
/// <param name="context">What the list is read for.</param>
/// <param name="mostPages">How many pages it may have.</param>
internal sealed class PagedReading(ErrorContext context, int mostPages = 1000)
{
    private string? _previous;
    private int _pages;

    /// <summary>Takes note of a page, before anything of it is used.</summary>
    /// <exception cref="FmeProtocolException">The page is the one before again, or there are more than a server can have.</exception>
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
