using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace FmeTyped;

/// <summary>The secrets of the latest jobs or submissions. The oldest are dropped first.</summary>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <param name="most">How many are kept.</param>
internal sealed class RecentSecrets<TKey>(int most)
    where TKey : notnull
{
    // Every answer about a job looks here, without the lock that adding takes.
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly ConcurrentDictionary<TKey, IReadOnlyList<SecretText>> _secrets = [];

    private readonly Queue<TKey> _order = new();

    /// <summary>Adds secrets to those that are known already.</summary>
    public void Add(TKey key, IReadOnlyList<SecretText> secrets)
    {
        if (secrets.Count == 0)
        {
            return;
        }

        lock (_order)
        {
            if (_secrets.TryGetValue(key, out IReadOnlyList<SecretText>? known))
            {
                var all = new List<SecretText>(known);
                all.AddRange(new List<SecretText>(secrets).FindAll(secret => !all.Exists(secret.Is)));
                _secrets[key] = all;
                return;
            }

            if (_order.Count == most)
            {
                _secrets.TryRemove(_order.Dequeue(), out _);
            }

            _order.Enqueue(key);
            _secrets[key] = secrets;
        }
    }

    /// <summary>All secrets that are kept.</summary>
    public IReadOnlyList<SecretText> All() => [.. _secrets.Values.SelectMany(secrets => secrets)];

    public bool TryGet(TKey key, [NotNullWhen(true)] out IReadOnlyList<SecretText>? secrets) => _secrets.TryGetValue(key, out secrets);
}
