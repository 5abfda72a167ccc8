using System.Collections.Concurrent;

namespace FmeTyped.Testing;

/// <summary>The topics of notifications, by name, each with its description. Their messages are among the recorded requests. Thread-safe.</summary>
internal sealed class TopicStore
{
    private const int MaxCount = 10_000;

    private readonly ConcurrentDictionary<string, string> _topics = new(StringComparer.Ordinal);

    /// <summary>The topics' names, sorted.</summary>
    public IReadOnlyList<string> Names => [.. _topics.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The description of a topic; null if there is no such topic.</summary>
    public string? Find(string name) => _topics.GetValueOrDefault(name);

    /// <summary>Creates a topic.</summary>
    /// <returns>Whether there was none of that name.</returns>
    /// <exception cref="StorageFullException">There are too many.</exception>
    public bool TryAdd(string name, string description) => _topics.Count < MaxCount
        ? _topics.TryAdd(name, description)
        : throw new StorageFullException($"The emulator keeps {MaxCount} topics, and this would be one more.");

    /// <summary>Replaces the description of a topic.</summary>
    /// <returns>Whether it exists.</returns>
    public bool Describe(string name, string description)
    {
        if (_topics.TryGetValue(name, out string? old))
        {
            _topics.TryUpdate(name, description, old);
            return true;
        }

        return false;
    }

    /// <summary>Deletes a topic.</summary>
    /// <returns>Whether it existed.</returns>
    public bool Remove(string name) => _topics.TryRemove(name, out _);
}
