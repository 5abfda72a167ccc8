namespace FmeTyped.Tests.Server;

internal static class AsyncItems
{
    public static async Task<T> SingleOfAsync<T>(this IAsyncEnumerable<T> items) => Assert.Single(await items.ListOfAsync());

    public static async Task<List<T>> ListOfAsync<T>(this IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (T item in items)
        {
            list.Add(item);
        }

        return list;
    }
}
