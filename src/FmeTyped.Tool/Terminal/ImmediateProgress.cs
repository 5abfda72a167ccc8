namespace FmeTyped.Tool.Terminal;

/// <summary>Reports on the caller's thread: <see cref="Progress{T}"/> would use the thread pool, where reports arrive late and out of order.</summary>
internal sealed class ImmediateProgress<T>(Action<T> report) : IProgress<T>
{
    public void Report(T value) => report(value);
}
